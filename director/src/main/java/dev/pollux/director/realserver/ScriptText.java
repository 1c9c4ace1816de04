package dev.pollux.director.realserver;

import dev.pollux.director.cli.RealServerNeeds;
import java.util.List;

/** The preparation as files for a real server that has no Java: a shell script, and a unit of systemd that runs it at boot. */
final class ScriptText {

    private static final String HEAD = """
            #!/bin/sh
            # Makes this machine a real server of LVS and takes that back; "%s --print script" made it.
            # start and stop may be run again; stop restores the kernel settings and the default route that were there before.
            set -eu
            former=/run/pollux-realserver-%s

            setting() {
                grep -qs "^$1=" "$former" || echo "$1=$(sysctl -n "$1")" >>"$former"
                sysctl -qw "$1=$2"
            }

            """;

    private static final String TAIL = """

            case ${1:-} in
                start) start ;;
                stop) stop ;;
                *)
                    echo "usage: $0 start|stop" >&2
                    exit 1
                    ;;
            esac
            """;

    private static final String UNIT = """
            # /etc/systemd/system/pollux-realserver-%2$s.service
            # It runs the output of "%1$s --print script", to be saved
            # as /usr/local/sbin/pollux-realserver-%2$s with mode 755. Then: systemctl enable --now pollux-realserver-%2$s
            [Unit]
            Description=Real server of LVS (%2$s)
            Wants=network-online.target
            After=network-online.target

            [Service]
            Type=oneshot
            RemainAfterExit=yes
            ExecStart=/usr/local/sbin/pollux-realserver-%2$s start
            ExecStop=/usr/local/sbin/pollux-realserver-%2$s stop

            [Install]
            WantedBy=multi-user.target
            """;

    private ScriptText() {}

    static String script(RealServerNeeds needs) {
        List<Step> steps = Preparation.of(needs);
        StringBuilder text =
                new StringBuilder(HEAD.formatted(command(needs), needs.mode().word()));
        text.append("start() {\n");
        steps.forEach(step -> text.append("    ").append(start(step)).append('\n'));
        text.append("    :\n}\n\nstop() {\n");
        for (int i = steps.size() - 1; i >= 0; i--) {
            String reverse = steps.get(i).reverse();
            if (!reverse.isEmpty()) {
                text.append("    ").append(reverse).append(" 2>/dev/null || :\n");
            }
        }
        text.append("""
                    if [ -e "$former" ]; then
                        sysctl -qp "$former"
                        rm "$former"
                    fi
                    if [ -e "$former.routes" ]; then
                        while read -r route; do
                            # shellcheck disable=SC2086 # words of ip
                            ip route replace $route
                        done <"$former.routes"
                        rm "$former.routes"
                    fi
                }
                """.indent(0));
        return text.append(TAIL).toString();
    }

    static String unit(RealServerNeeds needs) {
        return UNIT.formatted(command(needs), needs.mode().word());
    }

    private static String command(RealServerNeeds needs) {
        return "pollux realserver " + String.join(" ", needs.words());
    }

    private static String start(Step step) {
        String command = step.command();
        if (command.startsWith(SysctlWords.SET)) {
            return "setting " + command.substring(SysctlWords.SET.length()).replace('=', ' ');
        }
        return step instanceof DefaultRoute
                ? "[ -e \"$former.routes\" ] || ip route show default >\"$former.routes\"\n    " + command
                : step.shell();
    }
}
