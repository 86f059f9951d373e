package org.sealpost.container;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import org.sealpost.approval.Agreed;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;
import org.sealpost.recovery.OfficersService;
import org.sealpost.recovery.RecoveryService;
import org.sealpost.stepup.StepUpService;

/** The sample's three officers, enrolled and in office, and alice, who loses things. Each call is somebody's own. */
@Dependent
class RecoveryStaff {
    static final List<String> OFFICERS = List.of("officer1", "officer2", "officer3");

    static final String OWNER = "alice";

    private static final int NEEDED = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EnablementService enablement;

    @Inject
    EnrolmentService enrolment;

    @Inject
    RoamingService roaming;

    @Inject
    OfficersService officers;

    @Inject
    RecoveryService recovery;

    @Inject
    StepUpService stepUp;

    @Inject
    Directory directory;

    /** Enrols everybody and names the officers; nothing when that was done before. */
    void nameOfficers() throws Exception {
        Login admin = Login.of("admin");
        if (admin.call(officers::officers).shared()) {
            return;
        }
        for (String officer : OFFICERS) {
            enrol(officer);
        }
        enrol(OWNER);
        List<MailboxId> people = OFFICERS.stream().map(this::id).toList();
        admin.call(() -> {
            prove("admin");
            return officers.name(people, NEEDED, "nobody alone", "");
        });
    }

    /** @return the request's number */
    long askRecovery(String owner, String reason) throws Exception {
        return Login.of("admin").call(() -> {
            prove("admin");
            return recovery.recover(id(owner), reason, "").requested().request();
        });
    }

    /** An officer agrees with that password of the own security file. */
    Agreed approve(String officer, long request, String typed) throws Exception {
        return Login.of(officer).call(() -> {
            prove(officer);
            try (Passphrase password = Passphrase.copyOf(typed)) {
                return recovery.approve(request, password);
            }
        });
    }

    /** Gives the own password once more; called as that person. */
    void prove(String login) {
        try (Passphrase own = Passphrase.copyOf(login + "-sample")) {
            stepUp.prove(own);
        }
    }

    /** The password of somebody's security file. */
    String password(String login) {
        return "the long password of " + login;
    }

    MailboxId id(String login) {
        return directory.byLogin(login).orElseThrow().id();
    }

    private void enrol(String login) throws Exception {
        TokenCode token = TokenCode.parse(
                Login.of("admin").call(() -> enablement.enable(id(login))).token());
        String address = login + "@corp.example";
        SecurityFileStore files = new SecurityFileStore(Providers.best(), RANDOM);
        Login.of(login).call(() -> {
            try (ClientEnrolment client =
                            ClientEnrolment.begin(Providers.best(), RANDOM, address, token, KeyType.EC_P256);
                    SecurityFile file = client.complete(enrolment.enrol(client.request()));
                    Passphrase password = Passphrase.copyOf(password(login))) {
                roaming.store(files.seal(file, password));
            }
            return true;
        });
    }
}
