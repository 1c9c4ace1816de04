package dev.pollux.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedHashTest {

    @ParameterizedTest
    @CsvSource({"MD5,HmacMD5", "SHA-256,HmacSHA256"})
    void isThePlatformsWithKeysOfEveryLength(String hash, String algorithm) throws GeneralSecurityException {
        Random random = new Random(2104);
        for (int keyLength = 1; keyLength < 150; keyLength++) {
            byte[] key = new byte[keyLength];
            random.nextBytes(key);
            KeyedHash ours = new KeyedHash(hash, key);
            Mac theirs = Mac.getInstance(algorithm);
            theirs.init(new SecretKeySpec(key, algorithm));
            for (int length = 0; length < 200; length += 1 + random.nextInt(60)) {
                byte[] bytes = new byte[200];
                random.nextBytes(bytes);
                theirs.update(bytes, 0, length);
                assertThat(ours.of(bytes, length)).isEqualTo(theirs.doFinal());
            }
        }
    }
}
