# Sourced by ./clew: keeps beside clew.jar what the JVM learnt in a short run of "link" (its AOT cache: loaded classes and profiles of hot methods), so that
# the next run starts warm. Needs $JAVA_HOME, $jar and $link_jvm. Nothing depends on it: without the cache, or with one that another JDK or another build made,
# the JVM starts as it always does.

aot_cache="${jar%.jar}-link.aot"

has_aot_cache() { [ "$aot_cache" -nt "$jar" ]; } # one that this jar's build or a later run has made

aot_options() { # prints the options that use the cache, nothing when there is none
  has_aot_cache && printf '%s' "-XX:AOTCache=$aot_cache -Xlog:aot*=off -Xlog:cds*=off -Xlog:class+path=off"
}

make_aot_cache() { # once for each jar, whoever built it; one that could not be made is not tried again
  tried="${jar%/*}/fast-start.log"
  has_aot_cache || [ "$tried" -nt "$jar" ] && return 0
  [ -z "${CLEW_NO_AOT_CACHE:-}" ] && [ -w "${jar%/*}" ] || return 0
  echo "Preparing a faster start (once for each build) ..." >&2
  trial=$(mktemp -d) || return 0
  people_for_trial >"$trial/people.csv"
  map_for_trial >"$trial/map.yaml"
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $link_jvm "-XX:AOTCacheOutput=$aot_cache.$$" -cp "$jar" clew.app.Clew link "$trial/people.csv" --map "$trial/map.yaml" \
    --truth person --json --out "$trial/out" >"$trial/log" 2>&1 && mv -f "$aot_cache.$$" "$aot_cache"
  mv -f "$trial/log" "$tried"
  rm -rf "$trial" "$aot_cache.$$" "$aot_cache.$$.config"
}

# A map, though the columns are named as in the standard: so that reading one is known too.
map_for_trial() {
  printf '%s\n' 'id: local_id' 'columns:' '  given_name: given name' '  family_name: family name' '  date_of_birth: date of birth' '  town: place' \
    '  postcode: postcode' '  email: email' '  phone: phone'
}

# Made-up people, some of them twice with a slip: so many that every step is warmed up, the choice of rules of large tables too.
people_for_trial() {
  awk 'BEGIN {
    srand(1); split("an be co da el fi go ha is jo ka lu ma ni or pe ri sa ti wen", part, " ")
    print "local_id,given_name,family_name,date_of_birth,town,postcode,email,phone,person"
    for (i = 0; i < 80000; i++) {
      if (i % 3 != 2) {
        given = word(2); family = word(3); town = part[pick(20)] "ford"; email = given "." family pick(90) "@example.org"
        born = sprintf("%d-%02d-%02d", 1940 + pick(75), pick(12), pick(28)); phone = sprintf("07700 9%05d", pick(99999))
        postcode = sprintf("%s%d %d%s", toupper(part[pick(19)]), pick(20), pick(9), toupper(part[pick(19)]))
        person = i
      } else if (pick(2) == 1) { family = word(3) } else { given = substr(given, 2); email = "" }
      print i "," given "," family "," born "," town "," postcode "," email "," phone "," person
    }
  }
  function pick(n) { return 1 + int(rand() * n) }
  function word(n,   w) { w = ""; while (n-- > 0) w = w part[pick(20)]; return w }'
}
