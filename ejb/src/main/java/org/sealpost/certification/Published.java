package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.cmp.CmpQuestion;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.cmp.CmpReply;
import org.sealpost.revocation.CurrentList;
import org.sealpost.revocation.RevocationService;

/** What everybody may know, told by CMP (RFC 9483 section 4.3). */
@ApplicationScoped
class Published {
    @Inject
    RevocationService revocation;

    byte[] answer(Exchange exchange, Voucher voucher) {
        CmpMessage message = exchange.message();
        List<CmpQuestion> questions = message.questions();
        if (questions.isEmpty()) {
            throw new CmpRefused(CmpFailure.BAD_REQUEST, "cmp-question");
        }
        CmpReply reply = exchange.reply();
        questions.forEach(question -> tell(exchange, question, reply));
        return reply.protect(voucher.protection(exchange.signer()));
    }

    private void tell(Exchange exchange, CmpQuestion question, CmpReply reply) {
        switch (question) {
            case AUTHORITIES -> reply.tell(question, List.of(exchange.signer().authority()));
            case NEXT_ROOT -> reply.tellNothing(question);
            case CURRENT_LIST -> list(question, revocation.currentList(), reply);
            case NEWER_LIST -> list(question, newerList(exchange.message()), reply);
        }
    }

    private Optional<CurrentList> newerList(CmpMessage message) {
        return revocation.currentList().filter(list -> message.content()
                .knownListSignedAt()
                .map(known -> list.thisUpdate().isAfter(known))
                .orElse(true));
    }

    private static void list(CmpQuestion question, Optional<CurrentList> list, CmpReply reply) {
        list.ifPresentOrElse(known -> reply.tell(question, known.encoded()), () -> reply.tellNothing(question));
    }
}
