package dev.pollux.ipvs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ipvs.fixture.FewNames;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.Timeouts;
import dev.pollux.ipvs.listing.ListingForm;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminRequestTest {

    /** What ipvsadm 1.31 made of these words, by its {@code -Sn}; thresholds, which that leaves out, by its {@code -L}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-A -t 1.2.3.4:80 | -A -t 1.2.3.4:80 -s wlc",
                "-At 1.2.3.4:80 | -A -t 1.2.3.4:80 -s wlc",
                "-A -t1.2.3.4:80 | -A -t 1.2.3.4:80 -s wlc",
                "-A -t=1.2.3.4:80 | -A -t 1.2.3.4:80 -s wlc",
                "-A --tcp-service=1.2.3.4:http --scheduler rr | -A -t 1.2.3.4:80 -s rr",
                "-A -t 1.2.3.4:080 | -A -t 1.2.3.4:80 -s wlc",
                "-A -t 1.2:80 | -A -t 1.0.0.2:80 -s wlc",
                "-A -u 1.2.3.4:tftp -os rr | -A -u 1.2.3.4:69 -s rr -o",
                "-A -t localhost:http | -A -t 127.0.0.1:80 -s wlc",
                "-A -t [::ffff:1.2.3.4]:80 | -A -t [::ffff:102:304]:80 -s wlc",
                "-A --sctp-service 1.2.3.4:80 | -A --sctp-service 1.2.3.4:80 -s wlc",
                "-A -t 1.2.3.4:80 -b sh-port,sh-fallback -s sh | -A -t 1.2.3.4:80 -s sh -b sh-fallback,sh-port",
                "-A -t 1.2.3.4:80 -s rr -b flag-1,flag-3 | -A -t 1.2.3.4:80 -s rr -b flag-1,flag-3",
                "-A -t 1.2.3.4:80 -p | -A -t 1.2.3.4:80 -s wlc -p 360",
                "-A -t 1.2.3.4 -p20 | -A -t 1.2.3.4:0 -s wlc -p 20",
                "-A -p -t 1.2.3.4:80 | -A -t 1.2.3.4:80 -s wlc -p 360",
                "-A -t 1.2.3.4:80 -p -M 24 | -A -t 1.2.3.4:80 -s wlc -p 360 -M 0.0.0.24",
                "-A -t 1.2.3.4:80 -M 255.255.255.0 | -A -t 1.2.3.4:80 -s wlc",
                "-A -t [2001:db8::1]:80 -p -M 64 | -A -t [2001:db8::1]:80 -s wlc -p 360 -M 64",
                "-A -u 1.2.3.4:5060 --pe sip -p 30 | -A -u 1.2.3.4:5060 -s wlc -p 30 --pe sip",
                "-A -u 1.2.3.4:5060 --pe sip | -A -u 1.2.3.4:5060 -s wlc --pe sip",
                "-A -f 4294967295 -6 | -A -f 4294967295 -6 -s wlc",
                "-A -f -1 | -A -f 4294967295 -s wlc",
                "-E -t 1.2.3.4:80 -s wrr | -E -t 1.2.3.4:80 -s wrr",
                "-D -f 7 -6 | -D -f 7 -6",
                "-C | -C",
                "--clear | -C",
                "-a -t 10.0.0.1:80 -r 10.0.1.2 | -a -t 10.0.0.1:80 -r 10.0.1.2:80 -g -w 1",
                "-a -t 10.0.0.1:80 -r 10.0.1.2:8080 | -a -t 10.0.0.1:80 -r 10.0.1.2:80 -g -w 1",
                "-a -t 10.0.0.1:80 -r 10.0.1.2:8080 -m -w5 | -a -t 10.0.0.1:80 -r 10.0.1.2:8080 -m -w 5",
                "-a -t 10.0.0.1:80 -r 10.0.1.2:0 -m | -a -t 10.0.0.1:80 -r 10.0.1.2:0 -m -w 1",
                "-a -t 10.0.0.1:80 -r 10.0.1.2:8080 -b -w 2 | -a -t 10.0.0.1:80 -r 10.0.1.2:8080 -m -w 2",
                "-e -t 10.0.0.1:80 -r 10.0.1.2:8080 --fullnat | -e -t 10.0.0.1:80 -r 10.0.1.2:8080 -m -w 1",
                "-P -t 10.0.0.1:80 -z 10.0.1.50 | -P -t 10.0.0.1:80 -z 10.0.1.50",
                "--del-laddr -u [2001:db8::1]:53 --local-address 2001:db8::50 | -Q -u [2001:db8::1]:53 -z 2001:db8::50",
                "-a -f 7 -r 10.0.1.2:8080 -g | -a -f 7 -r 10.0.1.2:8080 -g -w 1",
                "-a -t 1.1.1.1:80 -r [2001:db8::6]:0 -i | -a -t 1.1.1.1:80 -r [2001:db8::6]:80 -i -w 1 --tun-type ipip",
                "-a -f 5 -6 -r 2001:db8::5 -m -x 10 -y 5 | -a -f 5 -6 -r [2001:db8::5]:0 -m -w 1 -x 10 -y 5",
                "-a -t 10.0.0.1:80 -r 10.0.1.2:80 --tun-port 6080 --tun-type gue -i"
                        + "| -a -t 10.0.0.1:80 -r 10.0.1.2:80 -i -w 1 --tun-type gue --tun-port 6080 --tun-nocsum",
                "-e -t 10.0.0.1:80 -r 10.0.1.2:80 -i --tun-type gre --tun-csum"
                        + "| -e -t 10.0.0.1:80 -r 10.0.1.2:80 -i -w 1 --tun-type gre --tun-csum",
                "-d -t 1.1.1.1:80 -r 1.1.1.9:8080 | -d -t 1.1.1.1:80 -r 1.1.1.9:8080",
                "-d -t 1.1.1.1:80 -r 1.1.1.9 | -d -t 1.1.1.1:80 -r 1.1.1.9:80"
            })
    void changes(String words, String command) {
        assertThat(read(words)).isInstanceOfSatisfying(AdminRequest.Change.class, change -> assertThat(change.command())
                .hasToString(command));
    }

    /** Unlike with ipvsadm, which reads 64 as an IPv4 mask and drops it. */
    @Test
    void aNetmaskMayStandBeforeItsService() {
        assertThat(read("-A -M 64 -t [2001:db8::1]:80 -p").toString()).contains("-p 360 -M 64");
    }

    @Test
    void listsTheTableByDefault() {
        assertThat(AdminRequest.read(List.of(), new FewNames()))
                .isEqualTo(new AdminRequest.ListTable(
                        ListingForm.PLAIN, new AdminRequest.Looks(false, false, true), null));
    }

    @ParameterizedTest
    @CsvSource({
        "-Ln,PLAIN",
        "-L --rate --stats,STATISTICS",
        "-ln --rate --persistent-conn,RATES",
        "-L --thresholds --persistent-conn,THRESHOLDS",
        "-L --tun-info,TUNNELS"
    })
    void ofSeveralFormsOneIsShown(String words, ListingForm form) {
        assertThat(read(words)).isInstanceOfSatisfying(AdminRequest.ListTable.class, list -> assertThat(list.form())
                .isEqualTo(form));
    }

    @ParameterizedTest
    @CsvSource({
        "-P -t 10.0.0.1:80,-P needs the local address: -z",
        "-P -t 10.0.0.1:80 -z here,-z here: no address",
        "-P -t 10.0.0.1:80 -z 2001:db8::1,-z 2001:db8::1: of another address family than the service",
        "-Q -z 10.0.0.1,'-Q needs the service: -t, -u or --sctp-service'",
        "-G -f 7,-G is not about firewall marks",
        "-a -t 10.0.0.1:80 -r 10.0.1.2 -b -g,-g does not go with --fullnat"
    })
    void localAddressesNeedAServiceAndAnAddress(String words, String reason) {
        assertThat(read(words)).isEqualTo(new AdminRequest.Rejected(AdminRequest.Fault.MEANING, reason));
    }

    @Test
    void otherRequests() throws UnknownHostException {
        assertThat(read("-Lnc --persistent-conn")).isEqualTo(new AdminRequest.ListConnections(true, true));
        assertThat(read("--set 900 0 300")).isEqualTo(new AdminRequest.SetTimeouts(new Timeouts(900, 0, 300)));
        assertThat(read("--stop-daemon=backup")).isEqualTo(new AdminRequest.StopDaemon(SyncDaemon.Role.BACKUP));
        assertThat(read("--start-daemon master --mcast-interface lo --syncid 7 --mcast-group 224.0.0.90"))
                .isEqualTo(new AdminRequest.StartDaemon(
                        new SyncDaemon(SyncDaemon.Role.MASTER, "lo", 7, 0, 0, 0, InetAddress.getByName("224.0.0.90"))));
        assertThat(read("-Gn")).isEqualTo(new AdminRequest.ListLocalAddresses(true, null));
        assertThat(read("-Sn")).isEqualTo(new AdminRequest.Save(true));
        assertThat(read("-Z")).isEqualTo(new AdminRequest.Zero(null));
    }

    private static AdminRequest read(String words) {
        return AdminRequest.read(Stream.of(words.strip().split(" +", -1)).toList(), new FewNames());
    }
}
