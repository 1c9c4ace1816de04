package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.listing.ListingForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what a command line with {@code -L} wants to see. */
final class ListRequestReader {

    /** What is not about the table of services. */
    private static final List<AdminOption> OTHERS =
            List.of(AdminOption.CONNECTION, AdminOption.TIMEOUT, AdminOption.DAEMON);

    private static final List<AdminOption> COLUMNS = List.of(
            AdminOption.STATS,
            AdminOption.RATE,
            AdminOption.THRESHOLDS,
            AdminOption.PERSISTENT_CONN,
            AdminOption.TUN_INFO);

    /** Of several forms ipvsadm shows the one that comes first here. */
    private static final Map<AdminOption, ListingForm> FORMS = Map.of(
            AdminOption.STATS, ListingForm.STATISTICS,
            AdminOption.RATE, ListingForm.RATES,
            AdminOption.THRESHOLDS, ListingForm.THRESHOLDS,
            AdminOption.PERSISTENT_CONN, ListingForm.PERSISTENT_CONNECTIONS,
            AdminOption.TUN_INFO, ListingForm.TUNNELS);

    private final AdminWords words;
    private final @Nullable ServiceKey service;

    ListRequestReader(AdminWords words, @Nullable ServiceKey service) {
        this.words = words;
        this.service = service;
    }

    AdminRequest request() {
        List<AdminOption> others = OTHERS.stream().filter(words::has).toList();
        boolean numeric = words.has(AdminOption.NUMERIC);
        if (others.isEmpty()) {
            return new AdminRequest.ListTable(
                    form(),
                    new AdminRequest.Looks(numeric, words.has(AdminOption.EXACT), !words.has(AdminOption.NOSORT)),
                    service);
        }
        AdminOption other = others.get(0);
        refuse(other, others);
        return switch (other) {
            case CONNECTION -> new AdminRequest.ListConnections(numeric, words.has(AdminOption.PERSISTENT_CONN));
            case TIMEOUT -> new AdminRequest.ListTimeouts();
            default -> new AdminRequest.ListDaemons();
        };
    }

    private ListingForm form() {
        return COLUMNS.stream().filter(words::has).findFirst().map(FORMS::get).orElse(ListingForm.PLAIN);
    }

    private void refuse(AdminOption wanted, List<AdminOption> others) {
        if (others.size() > 1) {
            throw UsageException.meaning(wanted + " does not go with " + others.get(1));
        }
        if (service != null) {
            throw UsageException.meaning(wanted + " is not about one service");
        }
        for (AdminOption column : COLUMNS) {
            boolean harmless = column == AdminOption.TUN_INFO
                    || (column == AdminOption.PERSISTENT_CONN && wanted == AdminOption.CONNECTION);
            if (words.has(column) && !harmless) {
                throw UsageException.meaning(column + " does not go with " + wanted);
            }
        }
    }
}
