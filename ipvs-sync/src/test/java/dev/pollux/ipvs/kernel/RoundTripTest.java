package dev.pollux.ipvs.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.netlink.NetlinkReader;
import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to the kernel reads as the same: the attributes are those that it answers with. */
class RoundTripTest {

    static Collection<TableEntry> entries() {
        return EveryKindOfEntry.table().entries().values();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void services(TableEntry entry) {
        for (Command command :
                new Command[] {new Command.AddService(entry.service()), new Command.EditService(entry.service())}) {
            NetlinkReader message = reader(command);
            assertThat(ServiceDecoder.decode(message.attributes()).orElseThrow().service())
                    .isEqualTo(entry.service());
            assertThat(message.error()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void destinations(TableEntry entry) {
        for (Destination destination : entry.destinations().values()) {
            NetlinkReader message =
                    reader(new Command.AddDestination(entry.service().key(), destination));
            assertThat(DestinationDecoder.decode(
                                    message.attributes(), entry.service().key().family())
                            .orElseThrow()
                            .destination())
                    .isEqualTo(destination);
            assertThat(message.error()).isEmpty();
        }
    }

    private static NetlinkReader reader(Command command) {
        return Wire.reader(Wire.encode(IpvsCodec.number(command), message -> IpvsCodec.encode(command, message)));
    }
}
