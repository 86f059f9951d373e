/**
 * Enabling mailboxes and redeeming tokens. Guards the rules that a token works once, that a failed enrolment leaves
 * everything as it was, the token included, and that wrong tries are counted all the same.
 */
@NullMarked
package org.sealpost.enrolment;

import org.jspecify.annotations.NullMarked;
