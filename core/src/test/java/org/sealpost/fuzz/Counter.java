package org.sealpost.fuzz;

import java.security.SecureRandom;
import java.util.List;
import org.sealpost.cmp.CmpContent;
import org.sealpost.cmp.CmpMac;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.crypto.Providers;
import org.sealpost.protocol.SealpostException;

/** Looks at everything that a message of a program that enrols says, whether it may say so or not. */
final class Counter {

    private static final Providers PROVIDERS = Providers.best();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECRET = "7K3QF-0M2ZP-ABCDE-FGHJK-MNPQR-S";

    private Counter() {}

    static void read(byte[] input) {
        CmpMessage message = CmpMessage.parse(input);
        CmpContent content = message.content();
        List<Runnable> looks = List.of(
                message::kind,
                message::reference,
                message::madeAt,
                message::asksForImplicitConfirmation,
                () -> message.answers(new byte[0]),
                () -> checkProtection(message),
                message::questions,
                content::knownListSignedAt,
                content::revocations,
                content::confirmations,
                () -> content.certificates(PROVIDERS));
        looks.forEach(Counter::orRefuse);
    }

    private static void checkProtection(CmpMessage message) {
        switch (message.protection()) {
            case MAC -> CmpMac.of(PROVIDERS, RANDOM, message, SECRET).ifPresent(CmpMac::close);
            case SIGNATURE -> message.signer().ifPresent(signer -> message.signedBy(PROVIDERS, signer));
            case NONE -> message.reference();
        }
    }

    private static void orRefuse(Runnable look) {
        try {
            look.run();
        } catch (SealpostException refused) {
            // one field's refusal is no reason to leave the others out
            return;
        }
    }
}
