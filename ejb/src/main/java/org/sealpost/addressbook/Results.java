package org.sealpost.addressbook;

import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;

/** Results in the form that belongs to each kind of request (RFC 4511 section 4). */
final class Results {
    private static final String NOTICE_OF_DISCONNECTION = "1.3.6.1.4.1.1466.20036";

    private Results() {}

    /** A result for a request of that kind; empty when nothing is answered to it, or it is no request. */
    static Optional<ProtocolOp> of(byte request, ResultCode code, String words) {
        int number = code.intValue();
        return switch (request) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST -> Optional.of(bind(code, words));
            case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST ->
                Optional.of(new SearchResultDoneProtocolOp(number, null, words, null));
            case LDAPMessage.PROTOCOL_OP_TYPE_ADD_REQUEST ->
                Optional.of(new AddResponseProtocolOp(number, null, words, null));
            case LDAPMessage.PROTOCOL_OP_TYPE_DELETE_REQUEST ->
                Optional.of(new DeleteResponseProtocolOp(number, null, words, null));
            case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_REQUEST ->
                Optional.of(new ModifyResponseProtocolOp(number, null, words, null));
            case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_DN_REQUEST ->
                Optional.of(new ModifyDNResponseProtocolOp(number, null, words, null));
            case LDAPMessage.PROTOCOL_OP_TYPE_COMPARE_REQUEST ->
                Optional.of(new CompareResponseProtocolOp(number, null, words, null));
            case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_REQUEST ->
                Optional.of(new ExtendedResponseProtocolOp(number, null, words, null, null, null));
            default -> Optional.empty();
        };
    }

    static ProtocolOp bind(ResultCode code, String words) {
        return new BindResponseProtocolOp(code.intValue(), null, words, null, null);
    }

    /** The connection ends, because what came was no request (RFC 4511 section 4.4.1). */
    static LDAPMessage disconnection() {
        return new LDAPMessage(
                0,
                new ExtendedResponseProtocolOp(
                        ResultCode.PROTOCOL_ERROR_INT_VALUE,
                        null,
                        "That is no request.",
                        null,
                        NOTICE_OF_DISCONNECTION,
                        null));
    }
}
