/// The kinds of integrations that a receiver may have, one a file: their fields declared once, and
/// what Alertmanager demands of them.
@NullMarked
package dev.firedrill.alertmanager.receiver;

import org.jspecify.annotations.NullMarked;
