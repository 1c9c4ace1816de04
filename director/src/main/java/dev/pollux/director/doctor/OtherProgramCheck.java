package dev.pollux.director.doctor;

import java.util.List;

/** Whether keepalived runs here too. */
final class OtherProgramCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        List<Integer> keepalived = patient.host().programs().keepalived();
        return patient.roles().director() && !keepalived.isEmpty()
                ? List.of(Finding.of(
                        FindingKind.KEEPALIVED_RUNNING,
                        "keepalived runs, process " + keepalived.get(0),
                        "systemctl disable --now keepalived"))
                : List.of();
    }
}
