package dev.pollux.integration.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every mail that is handed to it (RFC 5321) and keeps it. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    private MailServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens on the loopback address of the host, 127.0.0.1. */
    public static MailServer start(Host host, int port) {
        MailServer server = new MailServer(Visit.inside(host.namespace(), () -> {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        }));
        Thread thread = new Thread(server::serve, "mail server on " + host.label());
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /**
     * Everything that was said to the server, from HELO to QUIT, one session for each mail, in the order they ended. The date
     * and the name of the mailer, which differ, are {@code Date: now} and {@code X-Mailer: it}.
     */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> talk(client), "takes a mail");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The server was closed.
            return;
        }
    }

    private void talk(Socket client) {
        List<String> heard = new ArrayList<>();
        try (client) {
            converse(client, heard);
        } catch (IOException e) {
            heard.add(e.toString());
        }
        mails.add(String.join("\n", heard)
                .replaceFirst("\nDate: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\n", "\nDate: now\n")
                .replaceFirst("\nX-Mailer: (Pollux|Keepalived)\n", "\nX-Mailer: it\n"));
    }

    private static void converse(Socket client, List<String> heard) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 test");
        boolean message = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            message &= !line.equals(".");
            if (!message) {
                say(client, line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
            }
            message |= line.equals("DATA");
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
