/**
 * Looks at certificates before they are signed: RFC 5280 and the mailbox-validated profiles of the CA/Browser Forum's
 * S/MIME Baseline Requirements. Guards the rule that nothing is signed that breaks a rule of severity error.
 */
@NullMarked
package org.sealpost.lint;

import org.jspecify.annotations.NullMarked;
