/**
 * The address book that mail programs read over LDAP (RFC 4511): people with their certificates, made for each answer from
 * directory and records. Guards the rules that nothing can be written, that whoever asks has logged in or knows the whole
 * address, and that every message, filter and connection is bounded before anything is done with it.
 */
@NullMarked
package org.sealpost.addressbook;

import org.jspecify.annotations.NullMarked;
