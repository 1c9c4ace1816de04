package dev.pollux.director.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {

    @Test
    void aDirectorOfTheUsualFile() {
        Invocation.Diagnose request = read("");
        assertThat(request.patient().file()).isEqualTo(Path.of("/etc/keepalived/keepalived.conf"));
        assertThat(request.patient().server()).isNull();
        assertThat(request.examination()).isEqualTo(new Invocation.Examination(null, ReportForm.TEXT));
    }

    @Test
    void aRealServerWithoutAFile() {
        Invocation.Diagnose request = read("--real-server tun --vip 192.0.2.1 192.0.2.2 --tunnel gre --listen 0");
        assertThat(request.patient().file()).isNull();
        assertThat(request.patient().server())
                .isEqualTo(RealServerCommand.needs(
                        List.of("tun", "--vip", "192.0.2.1", "--vip", "192.0.2.2", "--tunnel", "gre")));
        assertThat(request.examination().listen()).isEqualTo(Duration.ZERO);
        assertThat(read("--real-server nat").patient().server()).isNotNull();
        assertThat(read("--real-server nat -f x.conf").patient().file()).isEqualTo(Path.of("x.conf"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --real-server dr      | doctor: dr: wanted --vip ADDRESS
        --real-server x       | doctor: x: wanted nat, dr, tun or fullnat
        --vip 192.0.2.1       | doctor: --vip goes with --real-server
        x.conf                | doctor: x.conf: unexpected
        --listen x            | doctor: --listen x: wanted 0 to 3600 seconds
        --format x            | doctor: --format=x: wanted text or json
        """)
    void whatIsWrong(String words, String reason) {
        assertThat(DoctorCommand.read(List.of(words.split(" ")))).isEqualTo(new Invocation.Rejected(reason));
    }

    private static Invocation.Diagnose read(String words) {
        Invocation invocation = DoctorCommand.read(words.isEmpty() ? List.of() : List.of(words.split(" ")));
        assertThat(invocation).as(words).isInstanceOf(Invocation.Diagnose.class);
        return (Invocation.Diagnose) invocation;
    }
}
