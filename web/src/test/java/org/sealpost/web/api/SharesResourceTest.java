package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.HandedShare;
import org.sealpost.lock.ShareOrder;
import org.sealpost.lock.SharesRefused;

class SharesResourceTest {
    private static final List<String> HOLDERS = List.of("Ada", "Bo", "Cy");
    private static final CustodyView VIEW =
            new CustodyView(List.of(), List.of(), false, 1, Instant.parse("2026-11-24T10:00:00Z"), 9, 0);

    private final SharesResource shares = new SharesResource();
    private final StartUpPasswordResource startUp = new StartUpPasswordResource();
    private final List<String> done = new ArrayList<>();
    private final List<Passphrase> given = new ArrayList<>();

    @BeforeEach
    void open() {
        Custody custody = new Custody();
        shares.custody = custody;
        startUp.custody = custody;
    }

    @Test
    void theSharesAreToldOnceAndNeverWrittenDown() {
        SharesResource.Order order = new SharesResource.Order(2, HOLDERS, "correct horse battery");
        SharesOnWire.Handed handed = shares.prepare(order);
        assertThat(handed.shares())
                .containsExactly(new SharesOnWire.Share("9f03", 1, 2, "Ada", "words that open the Key Manager"));
        assertThat(handed.toString() + handed.shares() + order).doesNotContain("words", "horse");
        assertThat(done).containsExactly("prepare 2 of [Ada, Bo, Cy] with correct horse battery");
        assertWiped(1);
    }

    @Test
    void anImpossibleSetIsRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() -> shares.prepare(new SharesResource.Order(4, HOLDERS, "correct horse battery")))
                .isInstanceOf(SharesRefused.class);
        assertThat(done).isEmpty();
    }

    @Test
    void othersAreAskedWhereThePolicySaysSo() {
        assertThat(shares.ask(new SharesResource.Asking(2, HOLDERS, "a holder left", "")))
                .isEqualTo(new Asked(5, 1));
        assertThat(done).containsExactly("ask 2 of [Ada, Bo, Cy]: a holder left/");
    }

    @Test
    void theProofPutsTheSetInForceAndAPreparedOneCanBeForgotten() {
        assertThat(shares.awaited()).isEqualTo(new SharesResource.Awaited(2));
        SharesOnWire.Typed typed = new SharesOnWire.Typed(List.of("one", "two"));
        assertThat(shares.prove(typed)).isEqualTo(VIEW);
        assertThat(typed).hasToString("***");
        shares.drop();
        assertThat(done).containsExactly("prove [one, two]", "drop");
    }

    @Test
    void theStartUpPasswordIsChangedAndBothAreWiped() {
        StartUpPasswordResource.Passwords passwords =
                new StartUpPasswordResource.Passwords("correct horse battery", "seven geese at the pond");
        assertThat(startUp.change(passwords)).isEqualTo(VIEW);
        assertThat(passwords).hasToString("***");
        assertThat(done).containsExactly("change correct horse battery to seven geese at the pond");
        assertWiped(2);
    }

    private void assertWiped(int number) {
        assertThat(given).hasSize(number).allSatisfy(used -> assertThatThrownBy(used::expose)
                .isInstanceOf(IllegalStateException.class));
    }

    private String taken(Passphrase password) {
        given.add(password);
        return new String(password.expose());
    }

    private final class Custody extends CustodyService {
        @Override
        public CustodyView view() {
            return VIEW;
        }

        @Override
        public int sharesToProve() {
            return 2;
        }

        @Override
        public List<HandedShare> prepareShares(Passphrase password, ShareOrder order) {
            done.add("prepare " + order.needed() + " of " + order.holders() + " with " + taken(password));
            return List.of(new HandedShare("9f03", 1, 2, "Ada", "words that open the Key Manager"));
        }

        @Override
        public Requested askForShares(ShareOrder order, String reason, String ticket) {
            done.add("ask " + order.needed() + " of " + order.holders() + ": " + reason + "/" + ticket);
            return new Requested.Waiting(5, 1);
        }

        @Override
        public void proveShares(List<String> typed) {
            done.add("prove " + typed);
        }

        @Override
        public void dropPrepared() {
            done.add("drop");
        }

        @Override
        public void changePassword(Passphrase old, Passphrase changed) {
            done.add("change " + taken(old) + " to " + taken(changed));
        }
    }
}
