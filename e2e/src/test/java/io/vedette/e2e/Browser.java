package io.vedette.e2e;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window, with a profile of its own: one analyst's screen. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Dimension SIZE = new Dimension(1280, 900);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path downloads;
    private final ChromeDriver driver;
    private final String origin;
    private final String first;

    private Browser(Path downloads, ChromeDriver driver, String origin) {
        this.downloads = downloads;
        this.driver = driver;
        this.origin = origin;
        first = driver.getWindowHandle();
    }

    /**
     * Starts it; the test is skipped where it is not installed.
     *
     * @param origin where the console is, without a slash at the end
     */
    static Browser open(String origin) {
        Peer.require("chromium");
        Peer.require("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--window-size=" + SIZE.getWidth() + "," + SIZE.getHeight());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Path downloads = downloads();
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        return new Browser(downloads, new ChromeDriver(service, options), origin);
    }

    /** Goes to an address of the console, loading the page anew. */
    void go(String address) {
        driver.get(origin + address);
    }

    /** Opens an address in a page beside those that are open, and turns to it. */
    String openPage(String address) {
        driver.switchTo().newWindow(WindowType.TAB);
        go(address);
        return driver.getWindowHandle();
    }

    void turnTo(String page) {
        driver.switchTo().window(page);
    }

    /** Closes a page that {@link #openPage} opened, and turns to the first one. */
    void closePage(String page) {
        driver.switchTo().window(page).close();
        driver.switchTo().window(first);
    }

    /** The part of the address behind the origin. */
    String address() {
        return driver.getCurrentUrl().substring(origin.length());
    }

    /** Says who sits here, which theme is wanted and so on, as the settings would keep it; the page must be open. */
    void remember(String name, String value) {
        driver.executeScript(
                "localStorage.setItem('vedette.' + arguments[0], JSON.stringify(arguments[1]))", name, value);
    }

    /** The first element that the selector finds, once there is one. */
    WebElement find(String selector) {
        return find(By.cssSelector(selector));
    }

    private WebElement find(By by) {
        return until("there is " + by, found -> found.findElements(by).stream().findFirst());
    }

    /** What the label with these words is of, once there is one. */
    WebElement field(String label) {
        return find(By.xpath(
                "//label[normalize-space(span)='" + label + "']//*[self::input or self::select or self::textarea]"));
    }

    /** Clicks the button, or the link that looks like one, that has these words on it, once there is one. */
    void press(String words) {
        until(
                        "\"" + words + "\" can be pressed", found -> found
                                .findElements(
                                        By.xpath("//*[self::button or self::a][normalize-space()='" + words + "']"))
                                .stream()
                                .filter(WebElement::isEnabled)
                                .findFirst())
                .click();
    }

    /** Draws with the pointer from the middle of an element. */
    void drag(String selector, int right, int down) {
        new Actions(driver)
                .moveToElement(find(selector))
                .clickAndHold()
                .moveByOffset(right / 2, down / 2)
                .moveByOffset(right - right / 2, down - down / 2)
                .release()
                .perform();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The element that the selector finds and that shows these words, or holds them to be edited, once there is one. */
    WebElement withText(String selector, String words) {
        return until(selector + " has \"" + words + "\"", found -> found.findElements(By.cssSelector(selector)).stream()
                .filter(element -> shown(element).contains(words))
                .findFirst());
    }

    /** Types on the page, wherever the focus is. */
    void type(CharSequence... keys) {
        Actions actions = new Actions(driver);
        for (CharSequence key : keys) {
            actions.sendKeys(key);
        }
        actions.perform();
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Shows the page as a screen of this size would, also one that is narrower than a window can be. */
    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void screenOfItsOwn() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Takes the window out of sight, as whoever works elsewhere does. */
    void hideWindow() {
        driver.manage().window().minimize();
    }

    void showWindow() {
        driver.manage().window().setSize(SIZE);
    }

    /** Lets the machine seem to be in a zone such as "Asia/Tokyo"; the empty one is its own. */
    void zone(String id) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", id));
    }

    /** Shows the page as paper ("print") or as a screen ("screen") would. */
    void media(String type) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", type));
    }

    /** What the file holds that the page handed over, once it is whole; it is gone then. */
    String downloaded(String extension) {
        Path file = until("a file *" + extension, found -> files().stream()
                .filter(one -> one.toString().endsWith(extension))
                .findFirst());
        try {
            String content = Files.readString(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path downloads() {
        try {
            return Files.createTempDirectory("vedette-downloads-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    String title() {
        return driver.getTitle();
    }

    /** What axe finds against WCAG 2.2 AA, a line each. */
    List<String> accessibilityFindings() {
        return new AxeBuilder()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze(driver)
                        .getViolations()
                        .stream()
                        .map(Browser::line)
                        .toList();
    }

    /** Requests since the last call that went elsewhere than to the origin. */
    List<String> requestsElsewhere() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .map(Browser::message)
                .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asText())
                .filter(url -> !url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    /** What the page complained of since the last call: failures of scripts, and what its policy forbade. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Waits until what was asked for is drawn: two frames, and nothing under way. */
    void settle() {
        driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 600);");
    }

    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(downloads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T until(String what, Function<ChromeDriver, Optional<T>> condition) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100));
        wait.ignoring(StaleElementReferenceException.class);
        wait.withMessage(() -> what + " at " + driver.getCurrentUrl() + "; the page has:\n"
                + driver.findElement(By.tagName("body")).getText());
        return wait.until(ignored -> condition.apply(driver).orElse(null));
    }

    private static String shown(WebElement element) {
        return element.getTagName().equals("textarea") ? element.getDomProperty("value") : element.getText();
    }

    private static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String line(Rule rule) {
        String where = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml())
                .limit(3)
                .toList()
                .toString();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }

    private static JsonNode message(String entry) {
        try {
            return JSON.readTree(entry).path("message");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the driver's log is no JSON: " + entry, e);
        }
    }
}
