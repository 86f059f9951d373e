package org.sealpost.bulk;

import java.util.List;
import java.util.Optional;

/** How the mailboxes of a bulk run are chosen. */
public sealed interface BulkChoice {
    /** In words for lists and the audit log, the same in every language. */
    String words();

    /**
     * People of the directory.
     *
     * @param text part of name, address or login; empty for everybody
     * @param unit only those of this organisational unit
     */
    record People(String text, Optional<String> unit) implements BulkChoice {
        @Override
        public String words() {
            String name = text.isEmpty() ? "*" : "*" + text + "*";
            return unit.map(one -> text.isEmpty() ? one : one + ": " + name).orElse(name);
        }
    }

    /**
     * Everybody in a group, through groups in it.
     *
     * @param address of the group
     */
    record Group(String address) implements BulkChoice {
        @Override
        public String words() {
            return address;
        }
    }

    /**
     * The addresses of a file.
     *
     * @param name of the file
     * @param addresses as they stand there
     */
    record Listed(String name, List<String> addresses) implements BulkChoice {
        public Listed {
            addresses = List.copyOf(addresses);
        }

        @Override
        public String words() {
            return name;
        }
    }
}
