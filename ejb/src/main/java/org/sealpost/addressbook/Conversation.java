package org.sealpost.addressbook;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Passphrase;
import org.sealpost.protocol.Unavailable;

/** One connection's requests, one after the other, and who makes them. */
final class Conversation {
    private static final String PAGES = SimplePagedResultsControl.PAGED_RESULTS_OID;
    private static final int VERSION = 3;

    private final Book book;
    private final Logins logins;
    private final Tries questions;
    private final String caller;
    private final Reader nobody;
    private Reader reader;

    /**
     * @param questions how often strangers may ask
     * @param caller the address that the connection comes from
     * @param strangers whether whoever has not logged in may ask for whole addresses
     */
    Conversation(Book book, Logins logins, Tries questions, String caller, boolean strangers) {
        this.book = book;
        this.logins = logins;
        this.questions = questions;
        this.caller = caller;
        this.nobody = strangers ? Reader.STRANGER : Reader.NOBODY;
        this.reader = nobody;
    }

    /**
     * Takes one request and answers it.
     *
     * @return whether the conversation goes on
     */
    boolean take(byte[] frame, Consumer<LDAPMessage> answers) {
        try {
            return answer(decode(frame), answers);
        } catch (BadEncoding e) {
            answers.accept(Results.disconnection());
            return false;
        }
    }

    /**
     * From the octets in memory, where each element has to end within the one around it: the library's reader of streams
     * goes on for ever at the end of one when a set says that it is longer.
     */
    private static LDAPMessage decode(byte[] frame) {
        return GuardedParsing.of(Frame.WHAT, () -> {
            if (!Asn1Bounds.withinDepth(frame)) {
                throw new BadEncoding(Frame.WHAT);
            }
            try {
                LDAPMessage message = LDAPMessage.decode(ASN1Element.decode(frame));
                if (message.getMessageID() <= 0) {
                    throw new BadEncoding(Frame.WHAT);
                }
                return message;
            } catch (ASN1Exception | LDAPException e) {
                throw new BadEncoding(Frame.WHAT, e);
            }
        });
    }

    private boolean answer(LDAPMessage asked, Consumer<LDAPMessage> answers) {
        byte kind = asked.getProtocolOpType();
        if (kind == LDAPMessage.PROTOCOL_OP_TYPE_UNBIND_REQUEST) {
            return false;
        }
        if (kind == LDAPMessage.PROTOCOL_OP_TYPE_ABANDON_REQUEST) {
            return true; // what it means has been answered already
        }
        if (asked.getControls().stream().anyMatch(Conversation::cannotBeKept)) {
            return refuse(asked, ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "", answers);
        }
        try {
            return switch (kind) {
                case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST -> {
                    answers.accept(new LDAPMessage(asked.getMessageID(), bind(asked.getBindRequestProtocolOp())));
                    yield true;
                }
                case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST -> search(asked, answers);
                case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_REQUEST ->
                    refuse(asked, ResultCode.PROTOCOL_ERROR, "There are no extended operations.", answers);
                default ->
                    refuse(asked, ResultCode.UNWILLING_TO_PERFORM, "This address book can only be read.", answers);
            };
        } catch (Unavailable e) {
            return refuse(asked, ResultCode.UNAVAILABLE, "The directory does not answer.", answers);
        }
    }

    private static boolean cannotBeKept(Control control) {
        return control.isCritical() && !control.getOID().equals(PAGES);
    }

    private static boolean refuse(LDAPMessage asked, ResultCode code, String words, Consumer<LDAPMessage> answers) {
        LDAPMessage answer = Results.of(asked.getProtocolOpType(), code, words)
                .map(result -> new LDAPMessage(asked.getMessageID(), result))
                .orElseGet(Results::disconnection);
        answers.accept(answer);
        return answer.getMessageID() > 0;
    }

    /** Whoever fails is nobody, whoever it was before (RFC 4513 section 4). */
    private ProtocolOp bind(BindRequestProtocolOp asked) {
        reader = nobody;
        if (asked.getVersion() != VERSION) {
            return Results.bind(ResultCode.PROTOCOL_ERROR, "LDAP version 3 is spoken.");
        }
        if (asked.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
            return Results.bind(ResultCode.AUTH_METHOD_NOT_SUPPORTED, "Log in with your login name and password.");
        }
        byte[] password = asked.getSimplePassword().getValue();
        if (password.length == 0) {
            return withoutPassword(asked.getBindDN());
        }
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(password));
        try (Passphrase given = Passphrase.copyOf(characters)) {
            return admission(logins.admit(caller, asked.getBindDN(), given));
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(characters.array(), '\0');
        }
    }

    /** A name without a password is nobody's (RFC 4513 section 5.1.2). */
    private ProtocolOp withoutPassword(String name) {
        if (!name.isEmpty()) {
            return Results.bind(ResultCode.UNWILLING_TO_PERFORM, "The password is missing.");
        }
        return nobody == Reader.STRANGER
                ? Results.bind(ResultCode.SUCCESS, "")
                : Results.bind(ResultCode.INAPPROPRIATE_AUTHENTICATION, "Log in with your login name and password.");
    }

    private ProtocolOp admission(Logins.Admission admission) {
        return switch (admission) {
            case ADMITTED -> {
                reader = Reader.PERSON;
                yield Results.bind(ResultCode.SUCCESS, "");
            }
            case REFUSED -> Results.bind(ResultCode.INVALID_CREDENTIALS, "");
            case TOO_OFTEN -> Results.bind(ResultCode.BUSY, "Too many wrong passwords; try again in a minute.");
        };
    }

    private boolean search(LDAPMessage asked, Consumer<LDAPMessage> answers) {
        Found found = found(asked.getSearchRequestProtocolOp());
        int number = asked.getMessageID();
        found.entries()
                .forEach(entry -> answers.accept(new LDAPMessage(number, new SearchResultEntryProtocolOp(entry))));
        boolean pages = asked.getControls().stream()
                .anyMatch(control -> control.getOID().equals(PAGES));
        List<Control> last = pages ? List.of(new SimplePagedResultsControl(0, null)) : List.of();
        Results.of(LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST, found.code(), found.words())
                .ifPresent(done -> answers.accept(new LDAPMessage(number, done, last)));
        return true;
    }

    private Found found(SearchRequestProtocolOp asked) {
        if (reader == Reader.STRANGER) {
            if (!questions.left(caller)) {
                return Found.refused(ResultCode.BUSY, "Log in, or ask again in a minute.");
            }
            questions.spend(caller);
        }
        return book.search(asked, reader);
    }
}
