package dev.pollux.ipvs.override;

import dev.pollux.ipvs.table.Command;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The journal as a file. */
public final class OverrideFile implements OverrideJournal {

    private final ChangeFile file;

    public OverrideFile(Supplier<Path> place) {
        file = new ChangeFile(place);
    }

    @Override
    public Overrides read() {
        return Overrides.of(file.read().stream()
                .filter(Command.OnService.class::isInstance)
                .map(Command.OnService.class::cast)
                .toList());
    }

    @Override
    public void write(Overrides overrides) {
        file.write(overrides.commands());
    }
}
