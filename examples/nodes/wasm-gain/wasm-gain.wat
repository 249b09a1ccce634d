;; A gain: multiplies int16 samples by a percentage from its config. The ABI is in docs/node-packages.md.
(module
  (import "rspp:node/host" "emit" (func $emit (param i32 i32 i32 i32) (result i32)))
  (import "rspp:node/host" "refuse" (func $refuse (param i32 i32)))

  (memory (export "memory") 1)
  (global $percent (mut i32) (i32.const 100))

  ;; The member of the config, the beginning of every event that is taken, the output, and why others are refused.
  (data (i32.const 16) "\"gain_percent\":")
  (data (i32.const 64) "{\"type\":\"audio.in\",\"encoding\":\"int16\",")
  (data (i32.const 128) "{\"type\":\"audio.out\",\"encoding\":\"int16\"}")
  (data (i32.const 192) "Cannot take the event: expected int16 samples")

  ;; One buffer behind the data: nothing of a call is needed after it.
  (func (export "rspp_alloc") (param $size i32) (result i32)
    (local $missing i32)
    (local.set $missing
      (i32.sub
        (i32.shr_u (i32.add (local.get $size) (i32.const 66559)) (i32.const 16))
        (memory.size)))
    (if (i32.gt_s (local.get $missing) (i32.const 0))
      (then
        (if (i32.eq (memory.grow (local.get $missing)) (i32.const -1))
          (then (return (i32.const 0))))))
    (i32.const 1024))

  ;; Whether $length bytes at $left and $right are the same.
  (func $same (param $left i32) (param $right i32) (param $length i32) (result i32)
    (local $i i32)
    (loop $next
      (if (i32.ge_u (local.get $i) (local.get $length)) (then (return (i32.const 1))))
      (if
        (i32.ne
          (i32.load8_u (i32.add (local.get $left) (local.get $i)))
          (i32.load8_u (i32.add (local.get $right) (local.get $i))))
        (then (return (i32.const 0))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next))
    (unreachable))

  ;; Finds "gain_percent": in the text and reads the digits behind it.
  (func (export "rspp_init") (param $json i32) (param $length i32) (result i32)
    (local $end i32) (local $digit i32) (local $value i32)
    (local.set $end (i32.add (local.get $json) (local.get $length)))
    (block $found
      (loop $search
        (if (i32.gt_u (i32.add (local.get $json) (i32.const 15)) (local.get $end))
          (then (return (i32.const 0))))
        (br_if $found (call $same (local.get $json) (i32.const 16) (i32.const 15)))
        (local.set $json (i32.add (local.get $json) (i32.const 1)))
        (br $search)))
    (local.set $json (i32.add (local.get $json) (i32.const 15)))
    (block $read
      (loop $digits
        (br_if $read (i32.ge_u (local.get $json) (local.get $end)))
        (local.set $digit (i32.sub (i32.load8_u (local.get $json)) (i32.const 48)))
        (br_if $read (i32.gt_u (local.get $digit) (i32.const 9)))
        (local.set $value (i32.add (i32.mul (local.get $value) (i32.const 10)) (local.get $digit)))
        (local.set $json (i32.add (local.get $json) (i32.const 1)))
        (br $digits)))
    (global.set $percent (local.get $value))
    (i32.const 0))

  (func (export "rspp_process")
    (param $json i32) (param $length i32) (param $bytes i32) (param $count i32) (result i32)
    (local $at i32) (local $end i32) (local $sample i32)
    (if
      (i32.or
        (i32.lt_u (local.get $length) (i32.const 38))
        (i32.eqz (call $same (local.get $json) (i32.const 64) (i32.const 38))))
      (then
        (call $refuse (i32.const 192) (i32.const 45))
        (return (i32.const 0))))
    (local.set $at (local.get $bytes))
    (local.set $end (i32.add (local.get $bytes) (local.get $count)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $sample
          (i32.div_s
            (i32.mul (i32.load16_s (local.get $at)) (global.get $percent))
            (i32.const 100)))
        (if (i32.gt_s (local.get $sample) (i32.const 32767))
          (then (local.set $sample (i32.const 32767))))
        (if (i32.lt_s (local.get $sample) (i32.const -32768))
          (then (local.set $sample (i32.const -32768))))
        (i32.store16 (local.get $at) (local.get $sample))
        (local.set $at (i32.add (local.get $at) (i32.const 2)))
        (br $next)))
    (drop (call $emit (i32.const 128) (i32.const 39) (local.get $bytes) (local.get $count)))
    (i32.const 0)))
