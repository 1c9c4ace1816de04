package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
import dev.pollux.grammar.model.HttpCheck.TlsQuestion;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import dev.pollux.grammar.model.TlsIdentity;
import dev.pollux.healthcheck.Checkers;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.healthcheck.probe.LoopbackServer.Service;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over TLS, with a certificate that nobody should trust: self-signed, for another name, long expired. */
class HttpsCheckerTest {

    private static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";
    private static final String PASSWORD = "changeit";

    private static SSLContext serverSide;
    private static String certificate;
    private static String key;

    private final ProbeRunner runner = new ProbeRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @BeforeAll
    static void makeCertificate(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=elsewhere.example",
                        "-startdate",
                        "2001/01/01 00:00:00",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).as("keytool").isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        serverSide = SSLContext.getInstance("TLS");
        serverSide.init(factory.getKeyManagers(), InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        String alias = keys.aliases().nextElement();
        certificate = pem(folder, "CERTIFICATE", keys.getCertificate(alias).getEncoded());
        key = pem(
                folder,
                "PRIVATE KEY",
                keys.getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(Path folder, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                        folder.resolve(kind.replace(' ', '-')),
                        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n")
                .toString();
    }

    @Test
    void aServerMayAskWhoIsThere() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            try (SSLSocket secured = secure(connection, "TLSv1.2")) {
                secured.setNeedClientAuth(true);
                answer(secured);
            }
        })) {
            TlsIdentity known = new TlsIdentity(null, null, certificate, key);
            assertThat(runner.check(https(server.port(), Checkers.PATIENCE, known)))
                    .isEqualTo(new Passed());
            assertThat(runner.check(https(server.port(), Checkers.PATIENCE))).isInstanceOf(Failed.class);
            assertThat(runner.remarks()).isEmpty();
        }
    }

    @Test
    void filesThatCannotBeUsedAreRemarkedAndDoNotCount() throws IOException {
        try (LoopbackServer server = tls("TLSv1.3", HttpsCheckerTest::answer)) {
            TlsIdentity broken = new TlsIdentity(null, null, certificate, "/nonexistent/key.pem");
            assertThat(runner.check(https(server.port(), Checkers.PATIENCE, broken)))
                    .isEqualTo(new Passed());
            assertThat(runner.remarks()).singleElement().asString().contains("/nonexistent/key.pem");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anyCertificateWillDo(String version) throws IOException {
        try (LoopbackServer server = tls(version, HttpsCheckerTest::answer)) {
            assertThat(runner.check(https(server.port(), Checkers.PATIENCE))).isEqualTo(new Passed());
            assertThat(server.broken()).isEmpty();
        }
    }

    @Test
    void anEndWithoutFarewellIsAnEnd() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            SSLSocket secured = secure(connection, "TLSv1.3");
            answer(secured);
            connection.shutdownOutput();
        })) {
            assertThat(runner.check(https(server.port(), Checkers.PATIENCE))).isEqualTo(new Passed());
        }
    }

    @Test
    void aServerThatSpeaksPlainlyFails() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            HttpCheckerTest.write(connection, "HTTP/1.1 400 Bad Request\r\n\r\n");
            drain(connection);
        })) {
            CheckOutcome outcome = runner.check(https(server.port(), Checkers.PATIENCE));
            assertThat(outcome).isInstanceOf(Failed.class);
            Failed failed = (Failed) outcome;
            assertThat(failed.failure()).isEqualTo(Failure.TLS_HANDSHAKE);
            assertThat(failed.reason())
                    .startsWith("TLS handshake: not an SSL/TLS record")
                    .hasSizeLessThan(130);
        }
    }

    @Test
    void aServerThatHangsUpWithinTheHandshakeFails() throws IOException {
        try (LoopbackServer server =
                new LoopbackServer(connection -> connection.getInputStream().read())) {
            CheckOutcome outcome = runner.check(https(server.port(), Checkers.PATIENCE));
            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(((Failed) outcome).failure()).isEqualTo(Failure.TLS_HANDSHAKE);
        }
    }

    @Test
    void theHandshakeIsPartOfConnecting() throws IOException {
        try (LoopbackServer server = new LoopbackServer(HttpsCheckerTest::drain)) {
            assertThat(runner.check(https(server.port(), Duration.ofMillis(250))))
                    .isEqualTo(new Failed(Failure.HTTP_CONNECT_TIMEOUT, "No connection within 0.25 s"));
        }
    }

    private static LoopbackServer tls(String version, Service service) {
        return new LoopbackServer(connection -> {
            try (SSLSocket secured = secure(connection, version)) {
                service.serve(secured);
            }
        });
    }

    private static SSLSocket secure(Socket connection, String version) throws IOException {
        String here = InetAddress.getLoopbackAddress().getHostAddress();
        SSLSocket secured =
                (SSLSocket) serverSide.getSocketFactory().createSocket(connection, here, connection.getPort(), true);
        secured.setUseClientMode(false);
        secured.setEnabledProtocols(new String[] {version});
        return secured;
    }

    private static void answer(Socket connection) throws IOException {
        HttpCheckerTest.readRequest(connection);
        HttpCheckerTest.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    }

    private static void drain(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        byte[] bytes = new byte[4096];
        int read = 0;
        while (read >= 0) {
            read = in.read(bytes);
        }
    }

    private static HttpCheck https(int port, Duration timeout) {
        return https(port, timeout, TlsIdentity.NONE);
    }

    private static HttpCheck https(int port, Duration timeout, TlsIdentity identity) {
        CheckConnection connection =
                new CheckConnection(InetAddress.getLoopbackAddress(), port, timeout, null, 0, null, 0);
        HttpUrl url = new HttpUrl("/", null, List.of(new StatusRange(200, 299)), MD5_OF_HELLO, null, false);
        return new HttpCheck(
                Checkers.timing(),
                connection,
                new TlsQuestion(false, null, identity),
                HttpProtocol.HTTP_1_1,
                false,
                List.of(url));
    }
}
