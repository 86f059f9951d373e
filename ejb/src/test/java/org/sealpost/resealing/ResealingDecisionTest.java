package org.sealpost.resealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.ForeignCorp;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.ResealingState;
import org.sealpost.model.Seal;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.smime.SignatureStatus;

/** What becomes of which message: the whole table, on a mailbox with that message and one that is certainly due. */
class ResealingDecisionTest {
    private final Cabinet cabinet = new Cabinet();

    @AfterEach
    void close() {
        cabinet.close();
    }

    /** A message of each kind, what it comes to, and in which format it is known to be afterwards. */
    enum Kind {
        PLAIN("left", "") {
            @Override
            long deliver(Cabinet cabinet) {
                return cabinet.deliver(ascii(Maker.LETTER), Seal.PLAIN, Optional.empty());
            }
        },
        SIGNED("left", "") {
            @Override
            long deliver(Cabinet cabinet) {
                return cabinet.deliver(cabinet.maker.signed(Maker.LETTER), Seal.SIGNED, Optional.empty());
            }
        },
        SAME_FORMAT("left", "AES_256_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                return cabinet.deliver(EncryptionFormat.AES_256_GCM);
            }
        },
        SIGNED_CBC("done", "AES_256_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                return cabinet.deliver(EncryptionFormat.AES_256_CBC);
            }
        },
        UNSIGNED_GCM("done", "AES_256_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                byte[] sealed = cabinet.maker.sealed(ascii(Maker.LETTER), EncryptionFormat.AES_128_GCM);
                return cabinet.deliver(sealed, Seal.ENCRYPTED, Optional.of(EncryptionFormat.AES_128_GCM));
            }
        },
        CAST_40("done", "AES_256_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                return cabinet.deliver(EncryptionFormat.CAST_40);
            }
        },
        UNKNOWN_AND_WEAKER("done", "AES_256_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                byte[] sealed = cabinet.maker.sealed(cabinet.maker.signed(Maker.LETTER), EncryptionFormat.AES_128_CBC);
                return cabinet.deliver(sealed, Seal.ENCRYPTED, Optional.empty());
            }
        },
        UNKNOWN_AND_GOOD("kept", "AES_256_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                byte[] sealed = cabinet.maker.sealed(ascii(Maker.LETTER), EncryptionFormat.AES_256_GCM);
                return cabinet.deliver(sealed, Seal.ENCRYPTED, Optional.empty());
            }
        },
        UNSIGNED_CBC("protection-differs", "AES_128_CBC") {
            @Override
            long deliver(Cabinet cabinet) {
                byte[] sealed = cabinet.maker.sealed(ascii(Maker.LETTER), EncryptionFormat.AES_128_CBC);
                return cabinet.deliver(sealed, Seal.ENCRYPTED, Optional.of(EncryptionFormat.AES_128_CBC));
            }
        },
        DAMAGED("cannot-decrypt", "AES_128_GCM") {
            @Override
            long deliver(Cabinet cabinet) {
                byte[] sealed = cabinet.maker.sealed(cabinet.maker.signed(Maker.LETTER), EncryptionFormat.AES_128_GCM);
                int at = sealed.length - 200;
                while (!Character.isLetter(sealed[at])) {
                    at--;
                }
                sealed[at] = (byte) (sealed[at] == 'A' ? 'B' : 'A');
                return cabinet.deliver(sealed, Seal.SIGNED_AND_ENCRYPTED, Optional.of(EncryptionFormat.AES_128_GCM));
            }
        },
        TRUNCATED("malformed-seal", "DES") {
            @Override
            long deliver(Cabinet cabinet) {
                byte[] sealed = cabinet.maker.sealed(cabinet.maker.signed(Maker.LETTER), EncryptionFormat.DES);
                byte[] half = Arrays.copyOf(sealed, sealed.length / 2);
                return cabinet.deliver(half, Seal.SIGNED_AND_ENCRYPTED, Optional.of(EncryptionFormat.DES));
            }
        },
        FOR_ANOTHER("no-key-for-message", "DES") {
            @Override
            long deliver(Cabinet cabinet) {
                ForeignCorp corp = new ForeignCorp(
                        "Partner", cabinet.alice.clock().instant().minus(Duration.ofDays(1)));
                byte[] sealed = cabinet.maker.sealed(
                        cabinet.maker.signed(Maker.LETTER),
                        EncryptionFormat.DES,
                        corp.issue(CertificateProfile.ENCRYPTION, "ann@partner.example", Capabilities.OWN));
                return cabinet.deliver(sealed, Seal.SIGNED_AND_ENCRYPTED, Optional.of(EncryptionFormat.DES));
            }
        },
        NO_ENVELOPE("not-an-envelope", "DES") {
            @Override
            long deliver(Cabinet cabinet) {
                return cabinet.deliver(
                        cabinet.maker.signed(Maker.LETTER), Seal.ENCRYPTED, Optional.of(EncryptionFormat.DES));
            }
        },
        TOO_LARGE("seal-too-large", "DES") {
            @Override
            long deliver(Cabinet cabinet) {
                long id = cabinet.deliver(EncryptionFormat.DES);
                new Tables(cabinet.alice.get(DataSource.class))
                        .change("update mail_content set size_bytes = "
                                + (OpeningPolicy.STANDARD_MAXIMUM_LENGTH + 1)
                                + " where id = (select content_id from stored_message where id = "
                                + id
                                + ")");
                return id;
            }
        };

        final String outcome;
        final String format;

        Kind(String outcome, String format) {
            this.outcome = outcome;
            this.format = format;
        }

        abstract long deliver(Cabinet cabinet);

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachMessageGetsWhatItShould(Kind kind) throws IOException {
        long id = kind.deliver(cabinet);
        long certain = cabinet.deliver(EncryptionFormat.DES);
        byte[] old = cabinet.octets(id);
        cabinet.begin();
        cabinet.work();

        assertThat(cabinet.run().state()).isEqualTo(ResealingState.FINISHED);
        assertThat(cabinet.format(certain)).as("the others have their turn").contains("AES_256_GCM");
        assertThat(cabinet.format(id).orElse("")).isEqualTo(kind.format);
        assertThat(cabinet.run().done()).isEqualTo(kind.outcome.equals("done") ? 2 : 1);
        assertThat(cabinet.run().kept()).isEqualTo(kind.outcome.equals("kept") ? 1 : 0);
        if (kind.outcome.equals("done")) {
            assertSameInside(old, cabinet.octets(id));
        } else {
            assertThat(cabinet.octets(id)).as("octet for octet").isEqualTo(old);
        }
        boolean refused = kind.outcome.contains("-");
        assertThat(cabinet.run().refused()).isEqualTo(refused ? 1 : 0);
        assertThat(cabinet.refused())
                .extracting(RefusedRow::code)
                .isEqualTo(refused ? List.of(kind.outcome) : List.of());
        assertThat(cabinet.standing().due()).as("nobody is asked again for it").isZero();
    }

    private void assertSameInside(byte[] old, byte[] fresh) throws IOException {
        assertThat(fresh).isNotEqualTo(old);
        try (OpenedMessage before = cabinet.open(old);
                OpenedMessage after = cabinet.open(fresh);
                InputStream was = before.content().open();
                InputStream is = after.content().open()) {
            assertThat(after.envelopeFormat()).contains(EncryptionFormat.AES_256_GCM);
            assertThat(is.readAllBytes()).isEqualTo(was.readAllBytes());
            assertThat(after.signatures()).isEqualTo(before.signatures());
            assertThat(after.signatures()).allMatch(SignatureStatus::intact);
        }
    }

    @Test
    void numbersSayWhatIsDue() {
        cabinet.deliver(EncryptionFormat.AES_256_GCM);
        cabinet.deliver(EncryptionFormat.DES);
        cabinet.deliver(EncryptionFormat.CAST_64);
        Kind.PLAIN.deliver(cabinet);
        Kind.UNKNOWN_AND_GOOD.deliver(cabinet);

        ResealingStanding before = cabinet.standing();
        assertThat(before.sealed()).isEqualTo(4);
        assertThat(before.due()).isEqualTo(2);
        assertThat(before.unknown()).isEqualTo(1);
        assertThat(before.format()).contains(EncryptionFormat.AES_256_GCM);
        assertThat(before.run()).isEmpty();
        assertThat(before.worthwhile()).isTrue();

        cabinet.begin();
        assertThat(cabinet.run().going()).isTrue();
        assertThat(cabinet.run().left()).isEqualTo(3);
        assertThat(cabinet.run().percent()).isZero();
        cabinet.work();
        ResealingStanding after = cabinet.standing();
        assertThat(after.worthwhile()).isFalse();
        assertThat(after.unknown()).isZero();
        assertThat(cabinet.run().percent()).isEqualTo(100);
        assertThat(cabinet.run().done() + cabinet.run().kept()).isEqualTo(3);
        assertThat(cabinet.run().state()).isEqualTo(ResealingState.FINISHED);
    }
}
