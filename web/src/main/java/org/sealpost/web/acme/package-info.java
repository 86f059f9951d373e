/**
 * ACME over HTTPS (RFC 8555) for partners' programs. Guards the rule that there is nothing here at all unless the operator
 * wants it, and that a program always learns why it was refused in the words of that standard.
 */
@NullMarked
package org.sealpost.web.acme;

import org.jspecify.annotations.NullMarked;
