package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.mime.Address;
import org.sealpost.mime.ForwardDraft;
import org.sealpost.mime.ReplyDraft;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.sending.SendingOptions;

/** Drafts that begin with another message. They are protected as that message was, unless their sender chooses more. */
@ApplicationScoped
class Answers {
    Draft reply(OpenedMail mail, boolean toAll, DirectoryEntry self) {
        ReplyDraft reply = ReplyDraft.of(mail.message(), Address.of(self.address()), toAll);
        return new Draft(
                newKey(),
                shown(reply.to()),
                shown(reply.cc()),
                List.of(),
                reply.subject(),
                reply.text(),
                List.of(),
                reply.links(),
                options(mail));
    }

    Draft forward(OpenedMail mail) {
        ForwardDraft forward = ForwardDraft.of(mail.message());
        return new Draft(
                newKey(),
                List.of(),
                List.of(),
                List.of(),
                forward.subject(),
                forward.text(),
                forward.attachments(),
                ThreadLinks.NONE,
                options(mail));
    }

    private static SendingOptions options(OpenedMail mail) {
        return new SendingOptions(
                mail.row().seal().encrypted(), mail.row().seal().signed());
    }

    private static List<String> shown(List<Address> addresses) {
        return addresses.stream().map(Address::shown).toList();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
