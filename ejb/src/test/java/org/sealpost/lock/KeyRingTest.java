package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.jobs.Corp;

class KeyRingTest {
    private static final byte[] MESSAGE = "Plans for the building".getBytes(StandardCharsets.US_ASCII);

    private final KeyRings keys = new KeyRings(Corp.authority(), Clock.systemUTC());
    private final KeyRing ring = keys.ring();

    @Test
    void whileLockedMessagesCanBePutIntoTheSpoolButNotTakenOut() {
        byte[] sealed = ring.sealToSpool(MESSAGE, "draft 1");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Plans");
        assertThatExceptionOfType(KeyManagerUnavailable.class)
                .isThrownBy(() -> ring.openFromSpool(sealed, "draft 1"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("key-manager-locked"));
    }

    @Test
    void whatWasPutIntoTheSpoolWhileLockedOpensOnceUnlockedAndWhileStopped() {
        byte[] sealed = ring.sealToSpool(MESSAGE, "draft 1");

        keys.unlock();
        assertOpens(sealed);
        keys.stop();
        assertOpens(sealed);
        assertThatExceptionOfType(KeyManagerUnavailable.class).isThrownBy(ring::requireRunning);
    }

    @Test
    void aSpooledMessageOpensForItsOwnDraftOnly() {
        keys.unlock();
        byte[] sealed = ring.sealToSpool(MESSAGE, "draft 1");

        assertThatExceptionOfType(UnwrapFailed.class).isThrownBy(() -> ring.openFromSpool(sealed, "draft 2"));
    }

    private void assertOpens(byte[] sealed) {
        try (SecretBytes opened = ring.openFromSpool(sealed, "draft 1")) {
            assertThat(opened.expose()).isEqualTo(MESSAGE);
        }
    }
}
