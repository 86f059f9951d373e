/* What the mailbox pages need in the browser: a row that opens its message, one click that counts once, a draft that is not
   lost by accident, feedback on a token while it is typed, and word to the server when a page is left. */
var SealpostMail = (function () {
    'use strict';

    var sending = false;
    var before = null;

    function widget(name) {
        return window.PrimeFaces && PrimeFaces.widgets[name];
    }

    /* From the click to the answer the button rests, and leaving the page needs no question. */
    function hold(name) {
        sending = true;
        widget(name).disable();
    }

    function release(name, answer) {
        if (answer && answer.responseText && answer.responseText.indexOf('<redirect') >= 0) {
            return;
        }
        sending = false;
        if (widget(name) && widget(name).jq.length) {
            widget(name).enable();
        }
    }

    function forget(form) {
        document.querySelectorAll('#' + form + ' input[type=password], #' + form + ' .ui-password input').forEach(function (field) {
            field.value = '';
            field.dispatchEvent(new Event('input', {bubbles: true}));
        });
        document.querySelectorAll('#' + form + ' .ui-message').forEach(function (message) {
            message.textContent = '';
            message.className = '';
        });
    }

    function focusIn(form) {
        var field = document.querySelector('#' + form + ' input[type=password]');
        if (field && field.offsetParent) {
            field.focus();
        }
    }

    /* the recipients' field that an input belongs to */
    function recipientsField(input) {
        var list = input.closest('.ui-autocomplete');
        return Object.keys(PrimeFaces.widgets).map(widget).find(function (one) {
            return list && one.id === list.id && one.input && one.input[0] === input;
        });
    }

    /* Makes a chip of what was typed. Suggestions still on their way are for another text by now. */
    function enter(field, refocus) {
        var text = field.input.val().trim();
        field.deleteTimeout();
        field.requestId = (field.requestId || 0) + 1;
        field.hide();
        field.isTabPressed = !refocus;
        field.addItem(text);
        field.isTabPressed = false;
        if (field.input.val().trim() === text) {
            field.input.val('');
        }
    }

    /* The chips are a plain list beside their field: as the library has it, a box to choose from would hold an input. */
    function chipLists() {
        document.querySelectorAll('.sp-recipients .ui-autocomplete-multiple-container').forEach(function (list) {
            list.removeAttribute('role');
            list.removeAttribute('aria-orientation');
            list.querySelectorAll('.ui-autocomplete-token').forEach(function (chip) {
                chip.removeAttribute('role');
                chip.removeAttribute('aria-selected');
            });
        });
    }

    /* A file that could never be attached does not even go up: all files of a message together may have 25 MB. */
    function fits(upload, file, goOn) {
        if (file.size > 25 * 1024 * 1024) {
            var words = upload.jq.closest('.sp-attach').attr('data-toolarge');
            upload.showMessage({summary: words.replace('{0}', file.name), detail: ''});
        } else {
            goOn(file);
        }
    }

    /* The server has told who was entered. */
    function chosen(part, found) {
        if (!found.typed) {
            return;
        }
        var chips = Array.from(document.querySelectorAll('[id="draft:' + part + '"] .ui-autocomplete-token'));
        var options = document.getElementById('draft:' + part + '_hinput').options;
        chips.forEach(function (chip, i) {
            if (chip.getAttribute('data-token-value') !== found.typed) {
                return;
            }
            chip.className = 'ui-autocomplete-token ui-state-active sp-chip sp-chip-' + found.status;
            chip.setAttribute('data-token-value', found.address);
            chip.setAttribute('aria-label', found.label);
            chip.querySelector('.ui-autocomplete-token-label').textContent = found.label;
            options[i].value = found.address;
        });
    }

    function focusField(id) {
        var field = document.getElementById('draft:' + id + '_input');
        if (field) {
            field.focus();
        }
    }

    /* after a password was tried: the message, or the field again */
    function opened() {
        sending = false;
        var title = document.getElementById('message-subject');
        if (title) {
            title.setAttribute('tabindex', '-1');
            title.focus({preventScroll: true});
            window.scrollTo(0, 0);
        } else {
            release('openMessage');
            focusIn('unlock');
        }
    }

    function rows() {
        document.addEventListener('click', function (event) {
            var row = event.target.closest('.sp-maillist .ui-datatable-data > tr');
            if (row && !event.target.closest('a, button, input') && !String(window.getSelection())) {
                row.querySelector('.sp-line-open').click();
            }
        });
    }

    /* Enter takes a suggestion only if it fits what stands in the field now: somebody may type faster than they come. */
    function recipients() {
        document.addEventListener('keydown', function (event) {
            var input = event.key === 'Enter' && event.target.closest('.sp-recipients .ui-autocomplete-input-token input');
            var field = input && input.value.trim() && recipientsField(input);
            if (!field) {
                return;
            }
            var offered = field.panel.is(':visible') ? field.items.filter('.ui-state-highlight') : [];
            if (offered.length && offered.text().toLowerCase().indexOf(input.value.trim().toLowerCase()) >= 0) {
                field.requestId = (field.requestId || 0) + 1;
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            enter(field, true);
        }, true);
        /* A name that was typed but not chosen counts as entered when the field is left. */
        document.addEventListener('focusout', function (event) {
            var field = event.target.closest('.sp-recipients .ui-autocomplete-input-token input');
            if (!field || !field.value.trim()) {
                return;
            }
            window.setTimeout(function () {
                if (field.value.trim() && document.activeElement !== field) {
                    enter(recipientsField(field), false);
                }
            }, 250);
        });
    }

    function written() {
        var form = document.getElementById('draft');
        return form && JSON.stringify([
            document.getElementById('draft:subject').value,
            document.getElementById('draft:text').value,
            form.querySelectorAll('.ui-autocomplete-token').length,
            form.querySelectorAll('.sp-files > li').length
        ]);
    }

    /* An answer is written above what it quotes; anything else begins with its recipients. */
    function begin() {
        var text = document.getElementById('draft:text');
        if (text && document.querySelector('.sp-recipients .ui-autocomplete-token')) {
            text.focus();
            text.setSelectionRange(0, 0);
        } else {
            focusField('to');
        }
    }

    function drafts() {
        before = written();
        begin();
        window.addEventListener('beforeunload', function (event) {
            if (before !== null && !sending && written() !== before) {
                event.preventDefault();
                event.returnValue = '';
            }
        });
    }

    var SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    var CHECKS = SYMBOLS + '*~$=U';

    /* The same check as the server's: the value of the symbols modulo 37 is the last one (Crockford's base 32). */
    function token(typed) {
        var text = typed.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
        var rest = 0;
        for (var i = 0; i < text.length; i++) {
            var last = i === 25;
            var value = (last ? CHECKS : SYMBOLS).indexOf(text[i]);
            if (value < 0 || i > 25) {
                return i > 25 ? {state: 'bad', text: 'long'} : {state: 'bad', text: 'symbol', value: text[i]};
            }
            if (last && value !== rest) {
                return text.length > 26 ? {state: 'bad', text: 'long'} : {state: 'bad', text: 'slip'};
            }
            rest = (rest * 32 + value) % 37;
        }
        return text.length < 26 ? {state: '', text: 'progress', value: text.length} : {state: 'good', text: 'right'};
    }

    function tokens() {
        document.addEventListener('input', function (event) {
            if (!event.target.matches('input.sp-token')) {
                return;
            }
            var line = document.getElementById('token-feedback');
            var found = token(event.target.value);
            line.setAttribute('data-state', event.target.value ? found.state : '');
            line.textContent = event.target.value ? line.getAttribute('data-' + found.text).replace('{0}', found.value) : '';
        });
    }

    /* The server lets go of what the page held; nobody waits for the answer. */
    function leaving() {
        window.addEventListener('pagehide', function () {
            var form = document.getElementById('leaving');
            if (form) {
                var data = new FormData(form);
                data.append('leaving:left', 'leaving:left');
                navigator.sendBeacon(form.action, data);
            }
        });
        window.addEventListener('pageshow', function (event) {
            if (event.persisted && document.getElementById('leaving')) {
                window.location.reload();
            }
        });
    }

    document.addEventListener('DOMContentLoaded', function () {
        rows();
        recipients();
        drafts();
        tokens();
        leaving();
        window.addEventListener('load', chipLists);
        jQuery(document).on('pfAjaxComplete', chipLists);
    });

    return {hold: hold, release: release, forget: forget, chosen: chosen, focusIn: focusIn, opened: opened, fits: fits};
}());
