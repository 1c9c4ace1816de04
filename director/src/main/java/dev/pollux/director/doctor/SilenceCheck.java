package dev.pollux.director.doctor;

import java.util.List;

/** Says what could not be asked of the network. */
final class SilenceCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        return patient.wire().failures().stream()
                .map(failure -> Finding.of(FindingKind.NOT_EXAMINED, failure, "sudo pollux doctor"))
                .toList();
    }
}
