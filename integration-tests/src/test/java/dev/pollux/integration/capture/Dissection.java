package dev.pollux.integration.capture;

import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.network.Command;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packet as {@code tshark} understands it: values by the name of the field. */
public record Dissection(Map<String, String> fields) {

    /** Dissects the adverts; a field that a packet does not have is empty. */
    public static List<Dissection> of(List<Advert> adverts, List<String> names) throws IOException {
        Path file = Files.createTempFile("adverts", ".pcap");
        try {
            Files.write(file, capture(adverts));
            List<String> command = new ArrayList<>(
                    List.of("tshark", "-r", file.toString(), "-o", "ip.check_checksum:TRUE", "-T", "fields"));
            command.addAll(List.of("-E", "separator=|", "-E", "occurrence=a", "-E", "aggregator=,"));
            names.forEach(name -> command.addAll(List.of("-e", name)));
            return new Command(command)
                    .output()
                    .lines()
                    .filter(line -> line.contains("|"))
                    .map(line -> dissection(line, names))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Dissection dissection(String line, List<String> names) {
        String[] values = line.split("\\|", -1);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), values[i]);
        }
        return new Dissection(Map.copyOf(fields));
    }

    /** The packets as a capture file. */
    private static byte[] capture(List<Advert> adverts) {
        int length = adverts.stream()
                .mapToInt(advert -> 16 + advert.packet().bytes().length)
                .sum();
        ByteBuffer file = ByteBuffer.allocate(24 + length).order(ByteOrder.nativeOrder());
        file.putInt(PcapReader.MAGIC_NANOSECONDS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0);
        file.putInt(65535).putInt(PcapReader.LINKTYPE_LINUX_SLL2);
        for (Advert advert : adverts) {
            byte[] bytes = advert.packet().bytes();
            file.putInt((int) (advert.nanos() / 1_000_000_000L)).putInt((int) (advert.nanos() % 1_000_000_000L));
            file.putInt(bytes.length).putInt(bytes.length).put(bytes);
        }
        return file.array();
    }
}
