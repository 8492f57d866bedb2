/** The whole pipeline, tested as its users run it. */
package io.vedette.e2e;
