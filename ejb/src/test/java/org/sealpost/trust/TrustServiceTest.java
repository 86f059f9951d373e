package org.sealpost.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Databases;
import org.sealpost.assembly.ForeignCorp;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuthorityUntrusted;
import org.sealpost.model.ListStanding;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OlderList;
import org.sealpost.model.TrustState;
import org.sealpost.pki.BadMailDomains;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.FingerprintNotConfirmed;
import org.sealpost.pki.TrustAnchor;
import org.sealpost.pki.UnusableAuthority;
import org.sealpost.pki.UnusableList;

class TrustServiceTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAuthorityIsTrustedWhenSomebodyElseAgreesAndAtOnceNoLonger(Databases database) {
        try (TrustOffice desk = new TrustOffice(database)) {
            Requested asked = desk.ask(desk.order("partner.example, .partner.example"));
            assertThat(asked).isInstanceOf(Requested.Waiting.class);
            assertThat(desk.trust.now()).isEmpty();
            assertThat(desk.office.as("olga").agree(asked.request())).isInstanceOf(Agreed.CarriedOut.class);
            AuthorityRow row = desk.only();
            assertThat(row.trusted()).isTrue();
            assertThat(row.domains()).containsExactly(".partner.example", "partner.example");
            assertThat(row.terms().by()).isEqualTo("ada");
            assertThat(row.fingerprint()).isEqualTo(Fingerprint.of(desk.partner.certificate()));
            assertThat(desk.trust.now()).hasSize(1);

            desk.office.as("ada");
            desk.run(() -> desk.service.untrust(row.id(), " they were broken into "));
            assertThat(desk.trust.now()).isEmpty();
            assertThat(desk.only().state()).isEqualTo(TrustState.UNTRUSTED);
            assertThat(desk.only().terms().reason()).isEqualTo("they were broken into");
            assertThat(desk.office.log())
                    .extracting(AuditRecord::act, AuditRecord::actor, said -> said.grounds()
                            .approvers())
                    .contains(tuple(Act.TRUST_AUTHORITY, "ada", "olga"), tuple(Act.UNTRUST_AUTHORITY, "ada", ""));
            assertThatThrownBy(() -> desk.run(() -> desk.service.untrust(row.id(), "again")))
                    .isInstanceOf(AuthorityUntrusted.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void trustingItAgainPutsOtherDomainsInThePlaceOfTheOld(Databases database) {
        try (TrustOffice desk = new TrustOffice(database)) {
            long id = desk.trusted();
            Requested again = desk.ask(desk.order("other.example"));
            desk.office.clock.pass(Duration.ofMinutes(1));
            desk.office.as("olga").agree(again.request());
            assertThat(desk.only().id()).isEqualTo(id);
            assertThat(desk.only().domains()).containsExactly("other.example");
            TrustAnchor anchor = desk.trust.now().get(0).anchor();
            assertThat(anchor.permitted().orElseThrow().allow("a@partner.example"))
                    .isFalse();
            assertThat(desk.office.log())
                    .filteredOn(said -> said.act() == Act.TRUST_AUTHORITY)
                    .last()
                    .satisfies(said ->
                            assertThat(said.details()).isEqualTo("TRUSTED for partner.example -> for other.example"));
        }
    }

    @Test
    void thoseWhoAgreeSeeWhomForWhatAndUntilWhen() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            Requested asked = desk.ask(desk.order("partner.example"));
            String payload = desk.office.request(asked.request()).terms().payload();
            assertThat(desk.office.get(TrustAct.class).explain(payload).arguments())
                    .containsExactly(
                            desk.partner.certificate().getSubjectX500Principal().getName(),
                            Fingerprint.of(desk.partner.certificate()).grouped(),
                            "partner.example",
                            desk.partner.certificate().getNotAfter().toInstant());
        }
    }

    @Test
    void withoutTheRightFingerprintNobodyIsAsked() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            String other = Fingerprint.of(desk.partner("Partner").certificate()).grouped();
            for (String typed : new String[] {other, "yes", other.substring(0, 20)}) {
                assertThatThrownBy(() ->
                                desk.ask(new TrustOrder(desk.partner.encoded(), typed, "partner.example", "why", "")))
                        .isInstanceOf(FingerprintNotConfirmed.class);
            }
            assertThat(desk.office.log()).noneMatch(said -> said.act() == Act.REQUEST_APPROVAL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "corp.example, corp.example",
        "'partner.example corp.example', corp.example",
        "CORP.example, corp.example",
        "branch.example, branch.example",
        ".branch.example, ''",
        ".mail.example, .mail.example",
    })
    void nobodyElseVouchesForADomainOfOurs(String domains, String refused) {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            know(desk, "ann@Branch.example");
            know(desk, "bob@eu.mail.example");
            if (refused.isEmpty()) {
                assertThat(desk.ask(desk.order(domains))).isInstanceOf(Requested.Waiting.class);
            } else {
                assertThatThrownBy(() -> desk.ask(desk.order(domains)))
                        .isInstanceOfSatisfying(OwnDomain.class, own -> assertThat(own.arguments())
                                .containsExactly(refused));
            }
        }
    }

    private static void know(TrustOffice desk, String address) {
        desk.run(() -> desk.office
                .get(MailboxRepository.class)
                .add(new Mailbox(new MailboxId("id-" + address), address, desk.office.clock.instant())));
    }

    @Test
    void aDomainThatBecameOursWhileTheRequestWaitedEndsIt() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            Requested asked = desk.ask(desk.order("partner.example"));
            know(desk, "ann@partner.example");
            assertThat(desk.office.as("olga").agree(asked.request())).isInstanceOf(Agreed.Failed.class);
            assertThat(desk.trust.now()).isEmpty();
        }
    }

    @Test
    void anAuthorityThatRanOutWhileTheRequestWaitedIsNotTrusted() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            String payload = desk.office
                    .request(desk.ask(desk.order("partner.example")).request())
                    .terms()
                    .payload();
            desk.office.clock.pass(Duration.ofDays(3653));
            assertThatThrownBy(() -> desk.office.get(TrustAct.class).check(payload))
                    .isInstanceOf(UnusableAuthority.class);
            assertThat(desk.office.get(TrustAct.class).explain(payload).arguments())
                    .hasSize(4);
        }
    }

    @Test
    void ourOwnAuthorityAndWhatIsNoneAreRefused() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            byte[] own =
                    Certificates.der(desk.office.get(KeyRing.class).publicKeys().authority());
            String typed = Fingerprint.of(Certificates.parse(own)).grouped();
            assertThatThrownBy(() -> desk.ask(new TrustOrder(own, typed, "partner.example", "why", "")))
                    .isInstanceOf(OwnAuthority.class);
            assertThatThrownBy(() -> desk.service.look(new byte[] {1, 2, 3})).isInstanceOf(BadEncoding.class);
            assertThatThrownBy(() -> desk.ask(desk.order("example"))).isInstanceOf(BadMailDomains.class);
            assertThat(desk.service.look(desk.partner.encoded()).fingerprint())
                    .isEqualTo(Fingerprint.of(desk.partner.certificate()));
            assertThatThrownBy(() -> desk.office.inTransaction(() -> desk.service.authority(99)))
                    .isInstanceOf(NoSuchAuthority.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void itsListIsUploadedAndOnlyBecomesNewer(Databases database) {
        try (TrustOffice desk = new TrustOffice(database)) {
            long id = desk.trusted();
            Instant now = desk.office.clock.instant();
            assertThat(desk.only().list().standing()).isEmpty();
            desk.run(() -> desk.service.upload(id, desk.partner.list(now)));
            assertThat(desk.only().list().standing())
                    .contains(new ListStanding(now, now.plus(Duration.ofDays(1)), 0, now, false));
            assertThat(desk.trust.now().get(0).list()).isPresent();
            assertThatThrownBy(() -> desk.run(() -> desk.service.upload(id, desk.partner.list(now.minusSeconds(1)))))
                    .isInstanceOf(OlderList.class);
            ForeignCorp stranger = desk.partner("Partner");
            assertThatThrownBy(() -> desk.run(() -> desk.service.upload(id, stranger.list(now))))
                    .isInstanceOf(UnusableList.class);
            desk.office.clock.pass(Duration.ofHours(25));
            assertThat(desk.only().list().stale()).isTrue();
            assertThat(desk.office.log())
                    .filteredOn(said -> said.act() == Act.TAKE_AUTHORITY_LIST)
                    .singleElement()
                    .satisfies(said -> assertThat(said.details()).endsWith("0 entries, uploaded"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theyAreFoundByWhatPeopleKnowOfThem(Databases database) {
        try (TrustOffice desk = new TrustOffice(database)) {
            desk.trusted();
            String fingerprint = desk.only().fingerprint().grouped();
            assertThat(desk.page("partner.ex").rows()).hasSize(1);
            assertThat(desk.page("& sons").rows()).hasSize(1);
            assertThat(desk.page(fingerprint.substring(0, 24)).rows()).hasSize(1);
            assertThat(desk.page("nobody").rows()).isEmpty();
            assertThat(desk.office
                            .inTransaction(() -> desk.service.page(
                                    new AuthorityQuery("", Optional.of(TrustState.UNTRUSTED), Optional.empty(), 10)))
                            .rows())
                    .isEmpty();
        }
    }
}
