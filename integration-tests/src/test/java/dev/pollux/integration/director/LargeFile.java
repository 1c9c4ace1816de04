package dev.pollux.integration.director;

/** Configurations of very many real servers with a checker each. */
public final class LargeFile {

    private static final String SERVER = """
              real_server 10.%d.%d.%d 80 {
                weight 1
                TCP_CHECK {
                  connect_timeout 1
                  retry 0
                  delay_before_retry 1
                }

              }
            """;

    private LargeFile() {}

    /**
     * Nine lines for each real server.
     *
     * @param perVirtualServer how many real servers each virtual server has
     */
    public static String of(int realServers, int perVirtualServer) {
        StringBuilder text = new StringBuilder("global_defs {\n  script_user root\n}\n");
        for (int first = 0; first < realServers; first += perVirtualServer) {
            int number = first / perVirtualServer;
            text.append("virtual_server 10.60.%d.%d 80 {\n".formatted(number / 250, number % 250 + 1))
                    .append("  delay_loop 3600\n  lb_algo wrr\n  lb_kind NAT\n  protocol TCP\n");
            int end = Math.min(first + perVirtualServer, realServers);
            for (int i = first; i < end; i++) {
                text.append(SERVER.formatted(100 + i / 62_500, i / 250 % 250, i % 250 + 1));
            }
            text.append("}\n");
        }
        return text.toString();
    }
}
