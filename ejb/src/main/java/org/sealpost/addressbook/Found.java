package org.sealpost.addressbook;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;

/**
 * What a search has brought.
 *
 * @param entries may be some of them when the code says that a limit was reached
 * @param words for people; empty when there is nothing to say
 */
record Found(ResultCode code, List<Entry> entries, String words) {
    static Found these(List<Entry> entries) {
        return new Found(ResultCode.SUCCESS, entries, "");
    }

    static Found refused(ResultCode code, String words) {
        return new Found(code, List.of(), words);
    }
}
