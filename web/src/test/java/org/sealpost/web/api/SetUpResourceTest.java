package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.HandedShare;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyManagerStatus;
import org.sealpost.lock.Proof;
import org.sealpost.lock.SetUp;
import org.sealpost.pki.KeyType;

class SetUpResourceTest {
    private static final Instant SINCE = Instant.parse("2026-11-24T10:00:00Z");
    private static final SetUpResource.Order ORDER = new SetUpResource.Order(
            "Sealpost Sample", KeyType.EC_P256, 2, List.of("Ada", "Bo"), "correct horse battery");

    private final SetUpResource resource = new SetUpResource();
    private final CustodyResource token = new CustodyResource();
    private final List<String> done = new ArrayList<>();
    private final List<Passphrase> given = new ArrayList<>();

    @BeforeEach
    void open() {
        Service service = new Service();
        resource.keyManager = service;
        token.keyManager = service;
    }

    @Test
    void whatIsOrderedIsMadeAndTheSharesAreTold() {
        assertThat(resource.prepare(ORDER).shares())
                .extracting(SharesOnWire.Share::holder)
                .containsExactly("Ada");
        assertThat(done).containsExactly("prepare Sealpost Sample EC_P256 2 correct horse battery");
        assertThat(ORDER).hasToString("***");
        assertWiped();
    }

    @Test
    void theProofSetsItUp() {
        SetUpResource.Typed typed = new SetUpResource.Typed("correct horse battery", List.of());
        assertThat(resource.complete(typed).state()).isEqualTo("RUNNING");
        assertThat(typed).hasToString("***");
        assertThat(done).containsExactly("complete correct horse battery");
        assertWiped();
    }

    @Test
    void whatWasPreparedCanBeForgotten() {
        resource.drop();
        assertThat(done).containsExactly("drop");
    }

    @Test
    void theTokenOpensWithItsPinAlone() {
        CustodyResource.Secrets pin = new CustodyResource.Secrets(null, "4711");
        assertThat(token.open(pin).state()).isEqualTo("RUNNING");
        assertThat(done).containsExactly("open 4711");
        assertWiped();
        assertThatThrownBy(() -> token.open(null)).isNotNull();
        assertThatThrownBy(() -> token.open(new CustodyResource.Secrets("x", null)))
                .isNotNull();
    }

    private void assertWiped() {
        assertThat(given).singleElement().satisfies(used -> assertThatThrownBy(used::expose)
                .isInstanceOf(IllegalStateException.class));
    }

    private String taken(Passphrase password) {
        given.add(password);
        return new String(password.expose());
    }

    private final class Service extends KeyManagerService {
        @Override
        public KeyManagerStatus status() {
            return new KeyManagerStatus(KeyManagerState.RUNNING, SINCE, Optional.of("Sealpost Sample"), "JDK");
        }

        @Override
        public List<HandedShare> prepare(SetUp setUp) {
            done.add("prepare " + setUp.organisation() + " " + setUp.authorityKey() + " "
                    + setUp.shares().needed() + " " + taken(setUp.password()));
            return List.of(new HandedShare("9f03", 1, 2, "Ada", "words"));
        }

        @Override
        public void complete(Proof proof) {
            done.add("complete " + taken(proof.password()));
        }

        @Override
        public void dropPrepared() {
            done.add("drop");
        }

        @Override
        public void openByToken(Passphrase pin) {
            done.add("open " + taken(pin));
        }
    }
}
