/**
 * Faults on purpose: the whole pipeline in processes of its own, what is done to it, and a ledger that says what came of it.
 */
package io.vedette.e2e.chaos;
