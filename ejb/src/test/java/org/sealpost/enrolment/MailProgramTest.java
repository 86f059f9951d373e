package org.sealpost.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.MailProgram;
import org.sealpost.model.Act;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.pki.CertificateProfile;

/** Whoever takes the security file to another program gets what that program reads. */
class MailProgramTest {
    private final Enrolled alice = Enrolled.alice();

    @AfterEach
    void close() {
        alice.close();
    }

    @ParameterizedTest
    @EnumSource(MailProgram.class)
    void whatIsSealedToTheMailboxFollowsItsProgram(MailProgram program) {
        assertThat(sealedTo()).isEqualTo(Capabilities.OWN);

        readWith(program);

        assertThat(sealedTo()).isEqualTo(program.capabilities());
        assertThat(sealedTo().oaep()).isEqualTo(program == MailProgram.SEALPOST);
        assertThat(alice.acts()).contains(Act.CHOOSE_MAIL_PROGRAM);
    }

    @ParameterizedTest
    @EnumSource(MailProgram.class)
    void thereIsAWayBack(MailProgram program) {
        readWith(program);
        readWith(MailProgram.SEALPOST);
        assertThat(sealedTo()).isEqualTo(Capabilities.OWN);
    }

    private void readWith(MailProgram program) {
        alice.run(() -> alice.get(OwnSecurityService.class).readWith(program));
    }

    private Capabilities sealedTo() {
        return alice.call(() -> alice.get(IssuedCertificateRepository.class)
                .inForce(
                        alice.id(), CertificateProfile.ENCRYPTION, alice.clock().instant())
                .orElseThrow()
                .capabilities());
    }
}
