package dev.pollux.director.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads which modules there are.
 *
 * @param loaded {@code /proc/modules}
 * @param folder {@code /lib/modules/RELEASE}
 */
record ModuleReader(Path loaded, Path folder) {

    private static final String SUFFIX = ".ko";

    static ModuleReader ofKernel() {
        return new ModuleReader(
                Path.of("/proc/modules"),
                Path.of("/lib/modules", first(lines(Path.of("/proc/sys/kernel/osrelease")), "unknown")));
    }

    KernelModules read() {
        Set<String> present = names(loaded, line -> line.split(" ", 2)[0]);
        present.addAll(names(folder.resolve("modules.builtin"), ModuleReader::ofFile));
        Path files = folder.resolve("modules.dep");
        return new KernelModules(
                present,
                names(files, line -> ofFile(line.substring(0, Math.max(0, line.indexOf(':'))))),
                Files.isReadable(files));
    }

    /** {@code kernel/net/ipv4/ipip.ko.xz} is ipip. */
    private static String ofFile(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int suffix = file.indexOf(SUFFIX);
        return suffix < 0 ? file : file.substring(0, suffix);
    }

    private static Set<String> names(Path file, Function<String, String> name) {
        Set<String> names = new HashSet<>();
        lines(file).forEach(line -> names.add(name.apply(line).replace('-', '_')));
        return names;
    }

    private static String first(List<String> lines, String otherwise) {
        return lines.isEmpty() ? otherwise : lines.get(0).strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
