package io.vedette.ingest.web;

import io.vedette.runtime.net.AddressGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The one place where names become addresses, those of the hosts in URLs that are addresses already included.  Java waits for
 * name servers as long as the system does, and can't be interrupted: they are asked on threads of their own, which whoever
 * waits gives up in time.  Thread-safe.
 */
final class Names implements DnsResolver, AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final AddressGuard guard;
    private final int mostAddresses;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /**
     * @param guard tells which addresses may be asked
     * @param mostAddresses of a name
     * @param mostLookups that hang or are under way
     * @param patience with name servers
     */
    Names(AddressGuard guard, int mostAddresses, int mostLookups, Duration patience) {
        this.guard = guard;
        this.mostAddresses = mostAddresses;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                0, mostLookups, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "vedette-web-names");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookUp(host);
        return found.length > mostAddresses ? Arrays.copyOf(found, mostAddresses) : found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> lookup = threads.submit(() -> guard.resolve(host));
            return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new SlowNamesException(
                    "the name servers are slow: " + threads.getMaximumPoolSize() + " names wait to be looked up");
        } catch (TimeoutException e) {
            throw new SlowNamesException(
                    "no name server gave the address of " + host + " within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlowNamesException("it was broken off when " + host + " was looked up");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("the address of " + host + " could not be looked up", e.getCause());
        }
    }

    /** Nobody said in time where a host is. */
    static final class SlowNamesException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        SlowNamesException(String message) {
            super(message);
        }
    }
}
