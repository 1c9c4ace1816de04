package dev.pollux.ipvs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ipvs.fixture.FewNames;
import dev.pollux.ipvs.fixture.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The exit codes of ipvsadm 1.31 for some five hundred command lines, recorded on a 6.1 kernel; 0 also where the kernel, not
 * ipvsadm, refused.
 */
class CommandLinesTest {

    private static final List<String> DIFFERENT = List.of(
            // Options in one word with a command are read as what they are.
            "-A -tcp-service 1.2.3.4:80",
            // An optional number may be negative here, and is refused for that.
            "-A -t 1.2.3.4:80 -p -1",
            // An option is never the name of a scheduler here.
            "-A -t 1.1.1.5:80 -s -o",
            // An empty timeout is none.
            "-A -t 1.1.1.8:80 --persistent= -s rr",
            // A netmask is read as its service's family has it, wherever it stands.
            "-A -M 255.255.0.0 -t [2001:db8::1]:80 -p",
            // The FULLNAT fork's options are known here.
            "-A -t 1.2.3.4:80 -z 1.1.1.1",
            "-P",
            "-G",
            "-Q",
            // ipvsadm refuses what it has saved itself.
            "-A -f -1",
            "-Ln -f -1");

    @Test
    void exitCodesAreThoseOfIpvsadm() {
        List<String> different = new ArrayList<>();
        for (String line : Recorded.lines(CommandLinesTest.class, "command-lines.txt")) {
            String[] fields = line.split("\t", -1);
            if (!DIFFERENT.contains(fields[1]) && code(fields[1]) != Integer.parseInt(fields[0])) {
                different.add(line + " was " + code(fields[1]));
            }
        }
        assertThat(different).isEmpty();
    }

    private static int code(String words) {
        AdminRequest request = AdminRequest.read(Stream.of(words.split(" ", -1)).toList(), new FewNames());
        return request instanceof AdminRequest.Rejected rejected
                ? rejected.fault().exitCode()
                : 0;
    }
}
