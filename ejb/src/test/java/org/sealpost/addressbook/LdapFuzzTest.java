package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A fixed number of fixed inputs, as for every other door; and all that was found before. */
class LdapFuzzTest {
    private static final int INPUTS = 3_000;

    @Test
    void goodRequestsAreTaken() throws LDAPException {
        assertThat(LdapSeeds.good()).isNotEmpty().allSatisfy(LdapFuzzTest::assertTaken);
    }

    @Test
    void whatWasFoundOnceStaysMended() throws IOException {
        for (Path finding : LdapSeeds.findings()) {
            assertTaken(Files.readAllBytes(finding));
        }
    }

    @Test
    void damagedRequestsAreTakenOrRefused() throws LDAPException {
        List<byte[]> seeds = LdapSeeds.good();
        Random random = new Random(1996);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                input = damaged(input, random);
            }
            assertTaken(input);
        }
    }

    private static byte[] damaged(byte[] input, Random random) {
        int at = random.nextInt(input.length);
        switch (random.nextInt(4)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt(256);
            case 2 -> {
                return Arrays.copyOf(input, at + 1);
            }
            default -> {
                // a piece once more, with the outer length kept true where it is a single octet
                byte[] longer = Arrays.copyOf(input, input.length + input.length - at);
                System.arraycopy(input, at, longer, input.length, input.length - at);
                longer[1] = longer.length < 130 ? (byte) (longer.length - 2) : longer[1];
                return longer;
            }
        }
        return input;
    }

    private static void assertTaken(byte[] input) {
        assertThatCode(() -> LdapFuzzing.take(input))
                .as(() -> HexFormat.of().formatHex(input))
                .doesNotThrowAnyException();
    }
}
