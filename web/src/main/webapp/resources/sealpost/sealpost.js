/* What the pages need beyond PrimeFaces: the menu on small screens, copying a secret, the strength hint, and a line that
   shows that an answer is awaited. Kept out of the pages: the content security policy allows no inline script. */
(function () {
    'use strict';

    function menu() {
        var burger = document.querySelector('.sp-burger');
        if (!burger) {
            return;
        }
        burger.addEventListener('click', function () {
            var open = document.querySelector('.sp-top').classList.toggle('sp-open');
            burger.setAttribute('aria-expanded', String(open));
        });
        document.addEventListener('click', function (event) {
            var person = document.querySelector('.sp-person[open]');
            if (person && !person.contains(event.target)) {
                person.removeAttribute('open');
            }
        });
    }

    /* <button data-copy="css selector of the text" data-copied="text to show afterwards"> */
    function copying() {
        document.addEventListener('click', function (event) {
            var button = event.target.closest('[data-copy]');
            if (!button) {
                return;
            }
            var source = document.querySelector(button.getAttribute('data-copy'));
            var text = source.getAttribute('data-text') || source.textContent.trim();
            navigator.clipboard.writeText(text).then(function () {
                var label = button.querySelector('.ui-button-text:not(.ui-icon)') || button;
                label.textContent = button.getAttribute('data-copied');
            });
        });
    }

    /* Length and variety, as a hint only; what counts is checked on the server. */
    function steps(password) {
        var kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter(function (kind) {
            return kind.test(password);
        }).length;
        var distinct = new Set(password).size;
        if (password.length === 0) {
            return 0;
        }
        if (password.length < 12 || distinct < 6) {
            return 1;
        }
        return password.length >= 20 || (password.length >= 16 && kinds >= 3) ? 4 : (kinds >= 3 ? 3 : 2);
    }

    /* <div class="sp-strength" data-for="css selector of the input" data-words="weak|fair|good|strong"> */
    function strength() {
        document.addEventListener('input', function (event) {
            document.querySelectorAll('.sp-strength[data-for]').forEach(function (bar) {
                if (!event.target.matches(bar.getAttribute('data-for'))) {
                    return;
                }
                var step = steps(event.target.value);
                bar.setAttribute('data-step', String(step));
                bar.firstElementChild.style.width = step * 25 + '%';
                bar.nextElementSibling.textContent = step ? bar.getAttribute('data-words').split('|')[step - 1] : '';
            });
        });
    }

    /* What the component library makes in the browser has icons that would be read out as part of a name. */
    function quiet() {
        document.querySelectorAll('.ui-button .ui-icon, .ui-datepicker-trigger > span').forEach(function (icon) {
            icon.setAttribute('aria-hidden', 'true');
        });
        /* The button around such a field has the focus and the name; the field itself is hidden from readers only. */
        document.querySelectorAll('input[type=file][aria-hidden=true]').forEach(function (field) {
            field.tabIndex = -1;
        });
    }

    function awaiting() {
        if (!window.jQuery) {
            return;
        }
        jQuery(document).on('pfAjaxSend', function () {
            document.body.classList.add('sp-working');
        }).on('pfAjaxComplete', function () {
            document.body.classList.remove('sp-working');
            quiet();
        });
    }

    /* An act that needs one's password once more: the question opens, and the same request goes out again after it. */
    function steppingUp() {
        if (!window.PrimeFaces || !PrimeFaces.ajax) {
            return;
        }
        var sent = {}, waiting = null, handle = PrimeFaces.ajax.Request.handle;
        function name(source) {
            return String(source && source.id || source);
        }
        PrimeFaces.ajax.Request.handle = function (request, more) {
            sent[name(request.source)] = [request, more];
            return handle.call(this, request, more);
        };
        jQuery(document).on('pfAjaxComplete', function (event, answer, settings, args) {
            if (args && args.stepUp) {
                waiting = sent[name(settings.source)];
                PF('stepUp').show();
            } else if (args && args.proved) {
                PF('stepUp').hide();
                if (waiting) {
                    var again = waiting;
                    waiting = null;
                    PrimeFaces.ajax.Request.handle(again[0], again[1]);
                }
            }
        });
    }

    /* <strong class="sp-countdown" data-seconds="300">: minutes and seconds; at zero the line around it goes, and the server
       has forgotten by itself */
    function countdown() {
        setInterval(function () {
            document.querySelectorAll('.sp-countdown').forEach(function (place) {
                var end = place.spEnd || Date.now() + place.getAttribute('data-seconds') * 1000;
                place.spEnd = end;
                var left = Math.max(0, Math.round((end - Date.now()) / 1000));
                place.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
                place.closest('.sp-proved, .sp-remembered').hidden = left === 0;
            });
        }, 500);
    }

    document.addEventListener('DOMContentLoaded', function () {
        steppingUp();
        countdown();
        menu();
        copying();
        strength();
        awaiting();
        window.addEventListener('load', quiet);
    });
}());
