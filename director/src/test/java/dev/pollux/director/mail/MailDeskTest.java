package dev.pollux.director.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.NotificationSettings.Mail;
import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that plays its part and records ours. */
@Timeout(120)
class MailDeskTest {

    private final IoEventLoop loop = EventLoops.create("test-control");
    private final MailDesk desk = new MailDesk(loop);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String answerToRecipients = "250 ok";

    private ServerSocket server = unbound();

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "test-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void speaksAsKeepalivedDoes() throws Exception {
        use(server.getLocalPort(), false);
        send(MailText.of("MASTER", "INSTANCE", "A"), MailText.of("FAULT", "GROUP", "G"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> loop.submit(desk::sent).get() == 2);
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() == 30);
        assertThat(heard.subList(0, 5))
                .containsExactly(
                        "HELO here",
                        "MAIL FROM:<root@here>",
                        "RCPT TO:<a@example.org>",
                        "RCPT TO:<b@example.org>",
                        "DATA");
        assertThat(heard.get(5)).startsWith("Date: ");
        assertThat(heard.subList(6, 16))
                .containsExactly(
                        "From: root@here",
                        "Subject: [LVS_A] VRRP Instance A - Entering MASTER state",
                        "X-Mailer: Pollux",
                        "To: a@example.org, b@example.org",
                        "",
                        "=> VRRP Instance is now owning VRRP VIPs <=",
                        "",
                        ".",
                        "QUIT",
                        "HELO here");
        assertThat(heard)
                .contains(
                        "Subject: [LVS_A] VRRP Group G - Entering FAULT state",
                        "=> All VRRP group instances are now in FAULT state <=");
    }

    @Test
    void faultsMayBeLeftOut() throws Exception {
        use(server.getLocalPort(), true);
        send(MailText.of("FAULT", "INSTANCE", "A"), MailText.of("STOP", "INSTANCE", "A"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> loop.submit(desk::sent).get() == 1);
        assertThat(heard)
                .contains("Subject: [LVS_A] VRRP Instance A - Stopping")
                .doesNotContain("Subject: [LVS_A] VRRP Instance A - Entering FAULT state");
    }

    @Test
    void whatTheServerRefusesIsLostAndCounted() throws Exception {
        answerToRecipients = "550 not here";
        use(server.getLocalPort(), false);
        send(MailText.of("MASTER", "INSTANCE", "A"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> loop.submit(desk::failed).get() == 1);
        int nobody = server.getLocalPort();
        server.close();
        use(nobody, false);
        send(MailText.of("MASTER", "INSTANCE", "A"), MailText.of("BACKUP", "INSTANCE", "A"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> loop.submit(desk::failed).get() == 3);
        assertThat(loop.submit(desk::sent).get()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MASTER, INSTANCE, VRRP Instance x - Entering MASTER state, VRRP Instance is now owning VRRP VIPs",
        "BACKUP, INSTANCE, VRRP Instance x - Entering BACKUP state, VRRP Instance is no longer owning VRRP VIPs",
        "FAULT, INSTANCE, VRRP Instance x - Entering FAULT state, VRRP Instance is no longer owning VRRP VIPs",
        "MASTER, GROUP, VRRP Group x - Entering MASTER state, All VRRP group instances are now in MASTER state",
        "DELETED, INSTANCE, VRRP Instance x - Deleted, VRRP Instance is no longer owning VRRP VIPs",
    })
    void saysWhatKeepalivedSays(String state, String type, String subject, String body) {
        MailText text = MailText.of(state, type, "x");
        assertThat(text.subject()).isEqualTo(subject);
        assertThat(text.body()).isEqualTo(body);
    }

    @Test
    void nothingInANameCanEndAHeader() {
        String message = new MailText("a\r\nBcc: x", ".b", ".", false)
                .message(
                        new MailText.Envelope("d", "f@x", List.of("t@x")),
                        ZonedDateTime.of(2026, 11, 20, 14, 6, 32, 0, ZoneOffset.UTC));
        assertThat(message)
                .startsWith("Date: Fri, 20 Nov 2026 14:06:32 +0000\r\n")
                .contains("Subject: [d] a  Bcc: x\r\n")
                .endsWith("=> .b <=\r\n\r\n..\r\n\r\n");
    }

    private void use(int port, boolean withoutFaults) throws Exception {
        Mail mail = new Mail(
                "127.0.0.1",
                port,
                "here",
                Duration.ofSeconds(20),
                "root@here",
                List.of("a@example.org", "b@example.org"),
                withoutFaults,
                false);
        loop.submit(() -> desk.use(mail, "LVS_A")).get();
    }

    private void send(MailText... texts) throws Exception {
        loop.submit(() -> List.of(texts).forEach(desk::send)).get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                heard.add("end of a connection: " + e);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        out.write("220 test\r\n".getBytes(StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            data &= !line.equals(".");
            if (!data) {
                String answer =
                        line.startsWith("RCPT") ? answerToRecipients : line.equals("DATA") ? "354 go" : "250 ok";
                out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            data |= line.equals("DATA");
        }
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
