package dev.pollux.director.doctor;

import java.util.List;

/** Looks for one sort of trouble. Pure. */
@FunctionalInterface
interface Check {

    /** All of them, in the order in which their findings are told. */
    List<Check> ALL = List.of(
            new CapabilityCheck(),
            new OtherProgramCheck(),
            new ForwardingCheck(),
            new RedirectsCheck(),
            new ReversePathCheck(),
            new IpvsCheck(),
            new ConntrackCheck(),
            new ReachCheck(),
            new PreparationCheck(),
            new AddressPlaceCheck(),
            new ServerRouteCheck(),
            new TunnelPathCheck(),
            new TunnelSizeCheck(),
            new AnswersCheck(),
            new VirtualRouterCheck(),
            new NetworkManagerCheck(),
            new SilenceCheck());

    /** What is wrong, in the order of the configuration; each finding is made once. */
    List<Finding> examine(Case patient);
}
