/**
 * The mailbox pages: reading, writing and the options of one's own mailbox. Guarded here: opened text, passwords and
 * security files live no longer than the page that shows them, and whatever the rules of sending ask is asked.
 */
@NullMarked
package org.sealpost.web.mailbox;

import org.jspecify.annotations.NullMarked;
