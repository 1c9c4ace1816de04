package dev.pollux.ipvs.listing;

/** What a listing of the table shows of each entry, with its headings. */
public enum ListingForm {
    PLAIN("Prot LocalAddress:Port Scheduler Flags", "           Forward Weight ActiveConn InActConn"),
    STATISTICS("Prot LocalAddress:Port               Conns   InPkts  OutPkts  InBytes OutBytes", ""),
    RATES("Prot LocalAddress:Port                 CPS    InPPS   OutPPS    InBPS   OutBPS", ""),
    THRESHOLDS("Prot LocalAddress:Port            Uthreshold Lthreshold ActiveConn InActConn ", ""),
    PERSISTENT_CONNECTIONS("Prot LocalAddress:Port            Weight    PersistConn ActiveConn InActConn ", ""),
    TUNNELS("Prot LocalAddress:Port Scheduler Flags", "           Forward TunnelInfo    Weight ActiveConn InActConn");

    private final String services;
    private final String servers;

    ListingForm(String services, String servers) {
        this.services = services;
        this.servers = servers;
    }

    String headings() {
        return services + "\n  -> RemoteAddress:Port" + servers + "\n";
    }

    /** Whether there are numbers of traffic in a service's own line. */
    boolean traffic() {
        return this == STATISTICS || this == RATES;
    }
}
