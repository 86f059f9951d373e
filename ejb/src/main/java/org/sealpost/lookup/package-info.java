/**
 * Finding the certificate to seal to, for people and programs that are not Sealpost's own: by address, as an entry of an
 * address book, as a visiting card, and as records of the domain name system. Guards the rules that an answer names only
 * who is enabled, that a certificate is given for an address only if it names that address, and that whoever has no login
 * has to know the whole address.
 */
@NullMarked
package org.sealpost.lookup;

import org.jspecify.annotations.NullMarked;
