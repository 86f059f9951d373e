package org.sealpost.trust;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sealpost.approval.ApprovalOffice;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Databases;
import org.sealpost.assembly.ForeignCorp;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.TestLock;
import org.sealpost.model.Page;
import org.sealpost.pki.Fingerprint;
import org.sealpost.settings.ServerConfiguration;

/** A running Key Manager at corp.example with an administrator, three officers, and a partner to trust. */
final class TrustOffice implements AutoCloseable {
    final ApprovalOffice office;
    final ForeignCorp partner;
    final TrustService service;
    final ForeignTrust trust;

    TrustOffice(Databases database) {
        office = new ApprovalOffice(database.fresh());
        office.assembly.give(
                ServerConfiguration.class,
                ServerConfiguration.from(name -> name.equals("sealpost.mail.domain") ? "corp.example" : null));
        partner = partner("Partner & Sons");
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(office.assembly).setUp(password);
        }
        office.get(TrustAct.class);
        service = office.get(TrustService.class);
        trust = office.get(ForeignTrust.class);
    }

    ForeignCorp partner(String name) {
        return new ForeignCorp(name, office.clock.instant().minus(Duration.ofDays(1)));
    }

    TrustOrder order(String domains) {
        String typed = Fingerprint.of(partner.certificate()).grouped().toUpperCase(Locale.ROOT);
        return new TrustOrder(partner.encoded(), typed, domains, "joint venture", "T-1");
    }

    /** Asks as the administrator. */
    Requested ask(TrustOrder order) {
        office.as("ada");
        return service.trust(order);
    }

    /** Trusts the partner for partner.example, with the yes of an officer. */
    long trusted() {
        Requested asked = ask(order("partner.example"));
        office.as("olga").agree(asked.request());
        office.as("ada");
        return only().id();
    }

    AuthorityRow only() {
        return page("").rows().get(0);
    }

    Page<AuthorityRow> page(String text) {
        return office.inTransaction(
                () -> service.page(new AuthorityQuery(text, Optional.empty(), Optional.empty(), 10)));
    }

    void run(Runnable work) {
        office.assembly.run(work);
    }

    @Override
    public void close() {
        office.close();
    }
}
