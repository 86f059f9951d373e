package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Passphrase;
import org.sealpost.recovery.NoRotation;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.recovery.RotationStanding;

class EscrowResourceTest {
    private final EscrowResource resource = new EscrowResource();
    private final List<String> done = new ArrayList<>();
    private final List<Passphrase> given = new ArrayList<>();
    private Optional<RotationStanding> standing = Optional.empty();

    @BeforeEach
    void open() {
        resource.recovery = new RecoveryService() {
            @Override
            public Requested drill(String reason, String ticket) {
                done.add("drill " + reason + "/" + ticket);
                return new Requested.Waiting(3, 2);
            }

            @Override
            public Requested rotate(String reason, String ticket) {
                done.add("rotate " + reason + "/" + ticket);
                return new Requested.Waiting(4, 2);
            }

            @Override
            public void goOn(Passphrase password) {
                done.add("go on " + new String(password.expose()));
                given.add(password);
            }

            @Override
            public Optional<RotationStanding> rotation() {
                return standing;
            }
        };
    }

    @Test
    void drillAndRotationAreAskedForWithTheirGrounds() {
        assertThat(resource.drill(new EscrowResource.Grounds("yearly", ""))).isEqualTo(new Asked(3, 2));
        assertThat(resource.rotate(new EscrowResource.Grounds("", "T-9"))).isEqualTo(new Asked(4, 2));
        assertThat(done).containsExactly("drill yearly/", "rotate /T-9");
    }

    @Test
    void beforeTheSecondKeyThereIsNothingToTell() {
        assertThatThrownBy(resource::rotation).isInstanceOf(NoRotation.class);
    }

    @Test
    void aBrokenMoveGoesOnWithAPasswordThatIsWipedThen() {
        standing = Optional.of(new RotationStanding(4, 2, 300, 120, false, true));
        assertThat(resource.goOn(new RecoveryOnWire.Agreeing("nine herons")))
                .isEqualTo(new EscrowResource.Rotation(4, 2, 300, 120, false, true));
        assertThat(done).containsExactly("go on nine herons");
        assertThat(given).singleElement().satisfies(password -> assertThatThrownBy(password::expose)
                .isInstanceOf(IllegalStateException.class));
    }
}
