package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHardeningTest {
    private static final PasswordHardening QUICK = new PasswordHardening(64, 1, 1);
    private static final byte[] SALT = new byte[PasswordHardening.SALT_LENGTH];

    @Test
    void theLibrarysArgon2idIsThatOfRfc9106() throws IOException {
        GoldenVectors rfc = new GoldenVectors("argon2id.properties");
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(rfc.bytes("rfc.salt"))
                .withSecret(rfc.bytes("rfc.secret"))
                .withAdditional(rfc.bytes("rfc.associated"))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(rfc.bytes("rfc.password"), tag);
        assertThat(tag).isEqualTo(rfc.bytes("rfc.tag"));
    }

    @Test
    void recommendedParametersGiveTheKeyThatOpensslGives() throws IOException {
        GoldenVectors golden = new GoldenVectors("argon2id.properties");
        String text = new String(golden.bytes("own.password"), StandardCharsets.UTF_8);
        try (Passphrase password = Passphrase.copyOf(text);
                SecretBytes key = PasswordHardening.RECOMMENDED.derive(password, golden.bytes("own.salt"))) {
            assertThat(key.expose()).isEqualTo(golden.bytes("own.key"));
        }
    }

    @Test
    void recommendedParametersAreTheSecondOptionOfRfc9106() {
        assertThat(PasswordHardening.RECOMMENDED).isEqualTo(new PasswordHardening(65536, 3, 4));
    }

    @Test
    void everyInputChangesTheKey() {
        byte[] otherSalt = SALT.clone();
        otherSalt[0] = 1;
        SecretBytes key = derive(QUICK, "password", SALT);
        assertThat(key).isEqualTo(derive(QUICK, "password", SALT));
        assertThat(key).isNotEqualTo(derive(QUICK, "Password", SALT));
        assertThat(key).isNotEqualTo(derive(QUICK, "password", otherSalt));
        assertThat(key).isNotEqualTo(derive(new PasswordHardening(65, 1, 1), "password", SALT));
        assertThat(key).isNotEqualTo(derive(new PasswordHardening(64, 2, 1), "password", SALT));
        assertThat(key).isNotEqualTo(derive(new PasswordHardening(64, 1, 2), "password", SALT));
    }

    private static SecretBytes derive(PasswordHardening hardening, String password, byte[] salt) {
        return hardening.derive(Passphrase.copyOf(password), salt);
    }

    @ParameterizedTest
    @CsvSource({"7,1,1", "1048577,1,1", "64,0,1", "64,65,1", "64,1,0", "64,1,17", "-1,-1,-1", "2147483647,1,1"})
    void parametersOutOfRangeAreRefusedBeforeMemoryIsTaken(int memory, int passes, int lanes) {
        assertThatThrownBy(() -> new PasswordHardening(memory, passes, lanes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shortSaltIsRefused() {
        assertThatThrownBy(() -> derive(QUICK, "password", new byte[7])).isInstanceOf(IllegalArgumentException.class);
    }
}
