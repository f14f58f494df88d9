# Sourced by ./clew and ./mvnw: finds a JDK 25 or newer and exports JAVA_HOME, or says how to get one.

clew_is_jdk() { # is $1 the home of a JDK 25 or newer? Asks no other program: a start should not wait for one a folder.
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r clew_line; do
    case $clew_line in
      JAVA_VERSION=*)
        clew_line=${clew_line#*\"}
        clew_line=${clew_line%%[!0-9]*}
        [ -n "$clew_line" ] && [ "$clew_line" -ge 25 ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

clew_find_jdk() {
  clew_is_jdk "${JAVA_HOME:-}" && export JAVA_HOME && return 0
  clew_javac=$(command -v javac 2>/dev/null) && clew_javac=$(readlink -f "$clew_javac" 2>/dev/null || printf '%s' "$clew_javac")
  for clew_home in "${clew_javac%/bin/javac}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if clew_is_jdk "$clew_home"; then
      JAVA_HOME=$clew_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Clew needs a JDK 25 or newer, and none was found (looked at JAVA_HOME, PATH and the usual folders)." >&2
  echo "Install one, for example 'apt-get install temurin-25-jdk' or 'sdk install java 25-tem'," >&2
  echo "or set JAVA_HOME to its folder, and run this again." >&2
  return 1
}

clew_find_jdk
