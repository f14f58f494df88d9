# Sourced by ./clew and ./mvnw: finds a JDK 25 or newer and exports JAVA_HOME, or says how to get one.

clew_java_feature() { # prints the feature version (25) of the JDK in $1, nothing when it is none
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

clew_find_jdk() {
  clew_candidates="${JAVA_HOME:-}"
  if command -v javac >/dev/null 2>&1; then
    clew_javac=$(command -v javac)
    clew_javac=$(readlink -f "$clew_javac" 2>/dev/null || printf '%s' "$clew_javac")
    clew_candidates="$clew_candidates
${clew_javac%/bin/javac}"
  fi
  clew_candidates="$clew_candidates
$(ls -d /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home 2>/dev/null)"
  clew_jdk=$(printf '%s\n' "$clew_candidates" | while IFS= read -r home; do
    [ -n "$home" ] || continue
    feature=$(clew_java_feature "$home")
    if [ -n "$feature" ] && [ "$feature" -ge 25 ]; then printf '%s' "$home"; break; fi
  done)
  if [ -z "$clew_jdk" ]; then
    echo "Clew needs a JDK 25 or newer, and none was found (looked at JAVA_HOME, PATH and the usual folders)." >&2
    echo "Install one, for example 'apt-get install temurin-25-jdk' or 'sdk install java 25-tem'," >&2
    echo "or set JAVA_HOME to its folder, and run this again." >&2
    return 1
  fi
  JAVA_HOME=$clew_jdk
  export JAVA_HOME
}

clew_find_jdk
