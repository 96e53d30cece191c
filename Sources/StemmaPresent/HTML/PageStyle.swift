/// How the page looks: a critical edition on newsprint. Ink, one rubric red, and rules; nothing is said by colour alone.
enum PageStyle {
  static let sheet = #"""

    :root {
      --paper: #faf7f1; --card: #fffdf9; --ink: #211d19; --soft: #645c53; --rule: #d8d0c2; --tint: #f3e9d2; --tint2: #f7d9d0;
      --rubric: #9a2b1d; --slate: #29536f; --ochre: #775003; --del: #8a3b31; --ins: #1f5a3c;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", "Source Serif 4", "Liberation Serif", "DejaVu Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #181614; --card: #1f1c19; --ink: #ece6db; --soft: #b0a799; --rule: #403a33; --tint: #3a3220; --tint2: #4a2620;
        --rubric: #f28d7c; --slate: #96c2de; --ochre: #dcb35f; --del: #eda093; --ins: #8fd0ab;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); overflow-wrap: break-word; }
    main { max-width: 1180px; margin: 0 auto; padding: 2rem 2rem 6rem; }
    a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: .18em; }
    a:hover { text-decoration-color: currentColor; }
    :focus-visible { outline: 2px solid var(--slate); outline-offset: 2px; border-radius: 1px; }
    small { font-size: .8em; color: var(--soft); font-weight: 400; }
    .soft { color: var(--soft); }
    .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: -999em; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
    q { quotes: "“" "”" "‘" "’"; }
    ul, ol { padding: 0; margin: 0; list-style: none; }
    h1, h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
    section { margin-top: 4rem; }
    section > h2, section > h3:first-child { font-size: 1.5rem; margin: 0 0 1.1rem; padding-top: .7rem; border-top: 3px double var(--ink); }
    section > h2 small, section > h3:first-child small { font-family: var(--sans); margin-left: .5rem; font-size: .85rem; }
    .none { color: var(--soft); font-style: italic; }

    .answer .brand { font-family: var(--serif); font-variant: small-caps; letter-spacing: .12em; color: var(--rubric); margin: 0 0 1.4rem; padding-bottom: .5rem; border-bottom: 1px solid var(--ink); font-size: 1.15rem; }
    .answer .dates { color: var(--soft); margin: 0; font-size: .9rem; font-variant-numeric: tabular-nums; }
    .answer h1, .answer h2 { font-size: clamp(1.15rem, 2.2vw, 1.45rem); font-weight: 500; margin: .2rem 0 1.1rem; }
    .lede { font: 400 clamp(1.55rem, 3.5vw, 2.55rem)/1.24 var(--serif); margin: 0 0 2rem; max-width: 30em; letter-spacing: -.008em; }
    .lede strong { white-space: nowrap; font-weight: 600; color: var(--rubric); }
    .counts { display: grid; grid-template-columns: 1fr auto 1fr auto 1fr; gap: 0 1.4rem; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); padding: 1.2rem 0 1.3rem; }
    .counts .arrow { font: 1.9rem/1.3 var(--serif); color: var(--soft); align-self: start; padding-top: .35rem; }
    .count { display: grid; grid-template-columns: auto 1fr; column-gap: .7rem; align-content: start; min-width: 0; }
    .count b { font: 500 3.3rem/1 var(--serif); grid-row: span 2; font-variant-numeric: lining-nums; white-space: nowrap; }
    .count span { font-weight: 600; align-self: end; line-height: 1.2; }
    .count small { font-size: .82rem; line-height: 1.3; }
    .count em { grid-column: 1 / -1; font-size: .82rem; color: var(--soft); }
    .signs { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 5px; margin-top: .8rem; align-items: center; }
    .signs i { width: 13px; height: 13px; border: 1.5px solid var(--ink); background: var(--ink); print-color-adjust: exact; -webkit-print-color-adjust: exact; forced-color-adjust: none; }
    .signs u { text-decoration: none; font-size: .8rem; color: var(--soft); }
    .count.line .signs i { border-radius: 50%; border-color: var(--rubric); background: var(--rubric); }
    .count.line b { color: var(--rubric); }
    .count.orig .signs i { border-color: var(--slate); background: var(--slate); border-radius: 7px 7px 7px 0; }
    .count.orig b { color: var(--slate); }
    .signs i.open.open { background: transparent !important; border-style: dashed; }
    nav { margin-top: 1rem; font-size: .88rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; }
    .key { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; color: var(--soft); font-size: .84rem; margin: 0 0 .9rem; align-items: center; }
    .key li { display: inline-flex; align-items: center; gap: .4rem; }
    .drawing + .key { margin-top: .8rem; }
    .key rect, .key ellipse, .key path { fill: none; stroke: var(--ink); stroke-width: 1.2; }
    .key .k-lost { stroke-dasharray: 4 3; stroke: var(--rubric); } .key .k-origin { stroke: var(--slate); }

    .scroll { overflow: auto; max-width: 100%; overscroll-behavior-x: contain; }
    .drawing { background: var(--card); border: 1px solid var(--rule); padding: 1.2rem; max-height: 88vh; }
    .drawing svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
    .stemma text { font: 12px var(--sans); fill: var(--ink); }
    .stemma .node { text-decoration: none; cursor: pointer; }
    .stemma .node rect, .stemma .node ellipse, .stemma .node path { fill: var(--paper); stroke: var(--ink); stroke-width: 1.2; }
    .stemma .bundle rect { stroke-width: 1.2; } .stemma .bundle text.siglum { font: 600 13px var(--serif); }
    .stemma .report text.siglum { font: 600 18px var(--serif); }
    .stemma .lost ellipse { stroke: var(--rubric); stroke-dasharray: 5 4; stroke-width: 1.5; }
    .stemma .lost text { font: italic 12.5px var(--serif); } .stemma .side text { font-size: 11.5px; }
    .stemma .origin rect, .stemma .origin path, .stemma .rest rect { stroke: var(--slate); }
    .stemma .origin .fold { fill: none !important; }
    .stemma .origin text, .stemma .rest text { font-size: 11.5px; }
    .stemma .edge path { fill: none; stroke: var(--ink); stroke-width: 1.4; }
    .stemma .edge.copied path { stroke-width: 3; }
    .stemma .edge.translated path { stroke-dasharray: 9 4; stroke-width: 1.8; }
    .stemma .edge.drewOn path { stroke-dasharray: 2 4; stroke-width: 1.8; }
    .stemma .edge.rests path { stroke: var(--slate); stroke-width: 1; opacity: .75; }
    .stemma .el { font-size: 11px; fill: var(--soft); paint-order: stroke; stroke: var(--card); stroke-width: 5px; stroke-linejoin: round; }
    .stemma.some .node:not(.lit), .stemma.some .edge:not(.lit) { opacity: .28; }
    .stemma.some .edge.lit path { stroke: var(--rubric); }
    .open-questions { margin: .6rem 0; border-left: 3px solid var(--ochre); padding-left: .9rem; font-size: .93rem; }
    .open-questions li + li { margin-top: .35rem; }
    details.more { margin-top: .9rem; }
    details.more > summary { cursor: pointer; color: var(--slate); font-size: .93rem; padding: .25rem 0; }
    .evidence { font-size: .9rem; margin: .6rem 0; }
    .evidence > li { margin-top: .7rem; }
    .evidence ul { margin: .2rem 0 0 1.3rem; }
    .evidence .against b { color: var(--rubric); }
    .lost { font-family: var(--serif); font-style: italic; }
    .lost small { font-style: normal; font-family: var(--sans); border: 1px dashed var(--rubric); color: var(--rubric); border-radius: 99px; padding: 0 .4em; }
    .sig { display: inline-block; font: 600 .95em/1.25 var(--serif); min-width: 1.35em; text-align: center; border: 1px solid var(--rule); background: var(--card); text-decoration: none; padding: 0 .22em; border-radius: 2px; }
    .sig:hover { border-color: var(--ink); }

    .m { display: inline-block; width: 13px; height: 13px; border-radius: 50%; border: 1.6px solid var(--ink); vertical-align: -1px; flex: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; forced-color-adjust: none; }
    .m.v { background: var(--ink); }
    .m.a { border-color: var(--rubric); background: linear-gradient(90deg, var(--rubric) 50%, transparent 50%); }
    .m.n { border: 0; background: radial-gradient(circle, var(--soft) 0 1.8px, transparent 2.3px); }
    .m.u { border: 0; } .m.u::after { content: "?"; font: 600 12px/13px var(--sans); color: var(--soft); padding-left: 3px; }
    .row { display: grid; grid-template-columns: 2.9rem minmax(0, 1fr) calc(var(--n) * 1.85rem) 4.6rem 4.6rem; gap: 0 .9rem; align-items: baseline; padding: .6rem .4rem; }
    .row.strip { grid-template-columns: 2.9rem minmax(0, 1fr) 4.6rem 5.4rem; } .row.strip .n .lab { display: inline; }
    .row.strip .marks { grid-column: 2; grid-row: 2; display: block; padding: .45rem 0 .1rem .9em; font-size: .84rem; color: var(--soft); }
    .share { display: flex; height: 9px; max-width: 34rem; margin-bottom: .25rem; border: 1px solid var(--ink); print-color-adjust: exact; -webkit-print-color-adjust: exact; forced-color-adjust: none; }
    .share i { min-width: 2px; } .share .v { background: var(--ink); } .share .a { background: var(--rubric); }
    .share .p { background: repeating-linear-gradient(115deg, var(--soft) 0 1.5px, transparent 1.5px 5px); }
    .row.head { font-size: .82rem; color: var(--soft); border-bottom: 1px solid var(--ink); padding-bottom: .3rem; }
    .row.head .what { font: inherit; }
    .row.head .cell { font: 600 1rem var(--serif); color: var(--ink); }
    .row .marks { display: flex; }
    .cell { width: 1.85rem; text-align: center; flex: none; }
    .cell .id { display: none; }
    .claims > li { border-bottom: 1px solid var(--rule); }
    .claim > summary { cursor: pointer; list-style: none; }
    .claim > summary::-webkit-details-marker { display: none; }
    .claim > summary:hover { background: var(--card); }
    .claim > summary .what::before { content: "▸"; display: inline-block; width: 1em; color: var(--soft); font-family: var(--sans); font-size: .8em; margin-left: -1.1em; }
    .claim[open] > summary .what::before { content: "▾"; }
    .claim .what { font-family: var(--serif); font-size: 1.05rem; line-height: 1.4; padding-left: .9em; }
    .row.head .what { padding-left: 0; }
    .cid { color: var(--soft); font-size: .82rem; font-variant-numeric: tabular-nums; }
    .flag { color: var(--rubric); font-weight: 700; border: 1.5px solid var(--rubric); border-radius: 50%; display: inline-block; width: 1.25em; height: 1.25em; font: 700 .74em/1.2em var(--sans); text-align: center; margin-left: .5em; vertical-align: .12em; }
    .n { font-variant-numeric: tabular-nums; white-space: nowrap; font-size: .93rem; } .n b { font-weight: 600; } .n .lab { color: var(--soft); font-size: .82rem; display: none; }
    .claim.on > summary { background: var(--tint); }
    .inside { padding: .2rem .4rem 1.2rem 4.2rem; }
    .readings li { display: grid; grid-template-columns: 5.4rem 8rem minmax(0, 1fr); gap: .2rem .8rem; padding: .34rem 0; align-items: baseline; }
    .readings li + li { border-top: 1px dotted var(--rule); }
    .readings .how { font-size: .84rem; color: var(--soft); white-space: nowrap; }
    .readings .said { font-family: var(--serif); line-height: 1.45; }
    .readings .said small { font-family: var(--sans); margin-left: .4em; }
    .readings .who { line-height: 1.8; }
    del { color: var(--del); text-decoration: line-through; text-decoration-thickness: 1px; }
    ins { color: var(--ins); text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .2em; font-weight: 600; }
    del.number, ins.number { padding: 0 .2em; border: 1px solid currentColor; border-radius: .2em; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .5rem 1.6rem; margin: .9rem 0 .8rem; font-size: .9rem; }
    .facts dt { color: var(--soft); font-size: .82rem; } .facts dd { margin: 0; }
    button { font: inherit; font-size: .88rem; color: var(--slate); background: var(--card); border: 1px solid var(--slate); padding: .3rem .8rem; border-radius: 2px; cursor: pointer; }
    button:hover { background: var(--slate); color: var(--paper); }
    [hidden] { display: none !important; }

    section h3, section h4 { font-size: 1.08rem; margin: 1.6rem 0 .7rem; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.2rem; margin-top: .6rem; }
    .card { background: var(--card); border: 1px solid var(--rule); border-top: 2px solid var(--soft); padding: .9rem 1.1rem 1rem; min-width: 0; }
    .card.high { border-top: 4px solid var(--rubric); } .card.medium { border-top: 3px solid var(--ochre); }
    .card .kind { margin: 0; font-size: .92rem; } .card.high .kind b { color: var(--rubric); }
    .card .why { font: 1.06rem/1.4 var(--serif); margin: .4rem 0 .7rem; }
    .card .to { margin: .6rem 0 0; font-size: .84rem; }
    .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .5rem 1.2rem; }
    .sides > div { min-width: 0; }
    blockquote { margin: 0 0 .5rem; font: .93rem/1.45 var(--serif); }
    blockquote .sig { margin-right: .3em; }
    mark { background: var(--tint); color: inherit; padding: .05em 0; } blockquote.differs mark { background: var(--tint2); border-bottom: 1.5px solid var(--rubric); }
    .quote + .quote { margin-top: 1.4rem; } .quote h3, .quote h4 { margin: 0 0 .2rem; }
    .quote h3 small, .quote h4 small { font-family: var(--sans); margin-left: .3em; }
    table { border-collapse: collapse; width: 100%; font-size: .93rem; }
    th { text-align: left; font-weight: 600; } thead th { font-size: .82rem; color: var(--soft); font-weight: 400; border-bottom: 1px solid var(--ink); padding: .3rem .8rem .3rem 0; }
    tbody th, td { padding: .6rem .8rem .6rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
    tbody th { font: 600 1.02rem/1.4 var(--serif); max-width: 18rem; } td.value { font: 600 1.08rem var(--serif); white-space: nowrap; }
    .plain li + li { margin-top: .2rem; }
    .origins li { font-size: .93rem; padding: .5rem 0; border-bottom: 1px solid var(--rule); } .origins b { font: 600 1.05rem var(--serif); } .origins p { margin: .2rem 0 0; font: .93rem/1.5 var(--serif); color: var(--soft); }

    .columns { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(max(17.5rem, calc((100% - (var(--n) - 1) * 2.6rem) / var(--n))), 1fr); gap: 0 2.6rem; align-items: start; padding-bottom: .8rem; }
    .columns .report + .report { border-left: 1px solid var(--rule); padding-left: 1.3rem; margin-left: -1.3rem; }
    .stack { margin-top: 1rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 0 1.6rem; } .stack .report[open] { grid-column: 1 / -1; } details.report .big { font: 600 2rem/1.1 var(--serif); color: var(--rubric); } .stack details.report .big { font-size: 1.25rem; } .stack .report { content-visibility: auto; contain-intrinsic-size: auto 3rem; border-top: 1px solid var(--rule); padding: .4rem 0; }
    .report > summary { cursor: pointer; list-style: none; display: flex; align-items: baseline; gap: .6rem; } .report > summary::-webkit-details-marker { display: none; }
    .report > summary::after { content: "–"; margin-left: auto; color: var(--soft); } .report:not([open]) > summary::after { content: "+"; }
    details.report .outlet { font-weight: 600; font-size: .95rem; overflow-wrap: anywhere; min-width: 0; }
    .meta { font-size: .82rem; color: var(--soft); margin: .3rem 0 .6rem; line-height: 1.4; } .meta p { margin: 0; } .meta .source { overflow-wrap: anywhere; }
    details.report .title { font: 600 1.22rem/1.28 var(--serif); margin: .2rem 0 .7rem; text-wrap: pretty; }
    .text { font: 1rem/1.62 var(--serif); max-width: 38rem; hyphens: auto; } .text p { margin: 0 0 .8rem; }
    .furniture { color: var(--soft); font: .8rem/1.45 var(--sans); margin: 0 0 .8rem; border-left: 2px solid var(--rule); padding-left: .7rem; } .furniture summary { cursor: pointer; } .furniture p { margin: .3rem 0; }
    .at { scroll-margin: 5rem; }
    .s { color: inherit; text-decoration: none; border-bottom: 1px solid transparent; unicode-bidi: isolate; }
    .s.q { border-bottom: 1.5px dotted var(--slate); } .s.f { border-bottom: 1.5px solid var(--ochre); }
    .s.c { background: color-mix(in srgb, var(--tint) 55%, transparent); }
    .s.x { border-bottom: 1.5px solid var(--rubric); } .s.d.x { border-bottom-style: double; border-bottom-width: 3px; }
    a.s:hover { background: var(--tint); }
    .dim .s:not(.on) { background: transparent; border-color: transparent; }
    .s.on, .at:target + a.s { background: var(--tint) !important; border-bottom: 2px solid var(--ochre); }
    pre { white-space: pre-wrap; font-size: .8rem; max-height: 30rem; overflow: auto; }
    .caveats li { padding: .25rem 0; }
    .reading { max-width: 44rem; } .reading p { font: 1rem/1.6 var(--serif); }
    footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .8rem; overflow-wrap: anywhere; }
    .bar { position: fixed; inset: auto 0 0 0; background: var(--card); border-top: 2px solid var(--ink); padding: .6rem 1.2rem; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; justify-content: space-between; align-items: center; font-size: .9rem; z-index: 5; }
    .bar p { margin: 0; font-family: var(--serif); } .bar div { display: flex; gap: .5rem; flex-wrap: wrap; }
    .folded .brand { display: none; } .many h1 { font-size: 2rem; } .many li { margin: .6rem 0; } .folded { margin-top: 2rem; border-top: 3px double var(--ink); } .folded > summary { font: 600 1.3rem var(--serif); padding: .8rem 0; cursor: pointer; }

    @media (max-width: 720px) {
      main { padding: 1.1rem 1.1rem 7rem; }
      section { margin-top: 3rem; }
      .counts { grid-template-columns: 1fr; gap: .5rem; } .counts .arrow { transform: rotate(90deg); justify-self: start; padding: 0 0 0 .4rem; line-height: 1; font-size: 1.4rem; }
      .count b { font-size: 2.6rem; min-width: 1.1em; }
      .row, .row.strip { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } .row .cid { grid-column: 1 / -1; } .row.head { display: none; }
      .row .what { grid-column: 1 / -1; grid-row: auto; }
      .row .marks, .row.strip .marks { grid-column: 1 / -1; grid-row: auto; flex-wrap: wrap; padding: .4rem 0 .3rem .9em; gap: .2rem .7rem; }
      .facts { grid-template-columns: 1fr; }
      .cell { width: auto; display: inline-flex; gap: .28rem; align-items: center; font: 600 .95rem var(--serif); } .cell .id { display: inline; }
      .n { padding-left: .9em; } .n .lab { display: inline; }
      .inside { padding-left: 1.1rem; }
      .readings li { grid-template-columns: auto 1fr; } .readings .said { grid-column: 1 / -1; }
      .columns { grid-auto-flow: row; grid-auto-columns: auto; grid-template-columns: minmax(0, 1fr); }
      .columns .report, .columns .report + .report { border-left: 0; padding-left: 0; margin-left: 0; border-top: 1px solid var(--rule); padding-top: .6rem; }
      table.figures, .figures tbody, .figures tr, .figures th, .figures td { display: block; } .figures thead { display: none; } .figures tr { border-bottom: 1px solid var(--rule); padding: .6rem 0; }
      .figures th, .figures td { border: 0; padding: .1rem 0; } .figures td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); font-size: .82rem; }
    }
    @media print {
      :root { --paper: #fff; --card: #fff; } body { font-size: 10pt; } main { max-width: none; padding: 0; }
      nav, .bar, .find, .skip, .furniture { display: none !important; } .scroll { overflow: visible; max-height: none; } .drawing svg { min-width: 0 !important; }
      .columns { display: block; columns: 2; } .card, .claims > li, .quote { break-inside: avoid; } section { margin-top: 1.6rem; }
    }
    @media (prefers-reduced-motion: no-preference) { .stemma .node, .stemma .edge { transition: opacity .12s; } }

    """#
}
