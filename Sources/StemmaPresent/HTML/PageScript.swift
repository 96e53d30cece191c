/// What the page does beyond what it says: it marks a claim in all texts, and finds the claim of a marked passage.
enum PageScript {
  static let source = #"""

    (() => {
      'use strict';
      const $$ = (q, r) => [...(r || document).querySelectorAll(q)];
      const bar = document.querySelector('.bar'), status = bar.querySelector('[role=status]');
      let at = -1, places = [], current = null;
      const openTo = el => { for (let d = el; d; d = d.parentElement) if (d.tagName === 'DETAILS') d.open = true; };
      const clear = () => {
        $$('.on').forEach(e => e.classList.remove('on'));
        $$('.columns.dim, .stack.dim').forEach(e => e.classList.remove('dim'));
        bar.hidden = true; places = []; at = -1; current = null;
      };
      const select = (ids, story) => {
        clear();
        const has = e => e.dataset.ids.split(' ').some(i => ids.includes(i));
        places = $$('.s[data-ids]', story).filter(has);
        places.forEach(e => e.classList.add('on'));
        $$('.columns, .stack', story).forEach(e => e.classList.add('dim'));
        const prefix = story.dataset.prefix;
        current = ids.map(i => document.getElementById(prefix + 'claim-' + i)).find(Boolean) || null;
        if (current) current.classList.add('on');
        const reports = new Set(places.map(e => e.closest('.report').querySelector('.big').textContent));
        const words = current && [...current.querySelector('.what').childNodes].filter(n => !n.classList || !n.classList.contains('flag')).map(n => n.textContent).join('');
        const what = current ? '“' + words.slice(0, 90) + (words.length > 90 ? '…' : '') + '”' : 'This passage';
        status.textContent = what + ' stands in ' + [...reports].join(', ');
        bar.querySelector('[data-do=claim]').hidden = !current;
        bar.hidden = false;
      };
      const show = (el, block) => { openTo(el); el.scrollIntoView({ block: block || 'center', inline: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' }); };
      $$('.find').forEach(b => { b.hidden = false; });
      document.addEventListener('click', event => {
        const piece = event.target.closest('a.s'), find = event.target.closest('.find'), act = event.target.closest('[data-do]');
        if (piece) { event.preventDefault(); select(piece.dataset.ids.split(' '), piece.closest('.story')); }
        else if (find) {
          const story = find.closest('.story');
          select(find.dataset.ids.split(' '), story);
          places.forEach(openTo);
          if (places.length) { at = 0; show(places[0]); places[0].focus({ preventScroll: true }); }
        } else if (act) {
          if (act.dataset.do === 'clear') clear();
          if (act.dataset.do === 'next' && places.length) { at = (at + 1) % places.length; show(places[at]); places[at].focus({ preventScroll: true }); }
          if (act.dataset.do === 'claim' && current) { current.open = true; show(current); current.querySelector('summary').focus({ preventScroll: true }); }
        }
      });
      document.addEventListener('keydown', event => { if (event.key === 'Escape') clear(); });
      const follow = () => {
        let el = null;
        try { el = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { return; }
        if (el) { openTo(el); el.scrollIntoView({ block: 'start' }); }
      };
      addEventListener('hashchange', follow); follow();
      // In the tree: a node with all it came from and all that came from it.
      $$('svg.stemma[role]').forEach(svg => {
        const edges = $$('.edge[data-from]', svg);
        const light = id => {
          const seen = new Set([id]);
          for (const [from, to] of [['from', 'to'], ['to', 'from']]) {
            const queue = [id], reached = new Set([id]);
            while (queue.length) {
              const here = queue.pop();
              for (const e of edges) if (e.dataset[from] === here) {
                e.classList.add('lit');
                const next = e.dataset[to];
                seen.add(next);
                if (!reached.has(next)) { reached.add(next); queue.push(next); }
              }
            }
          }
          svg.classList.add('some');
          $$('.node', svg).forEach(n => n.classList.toggle('lit', seen.has(n.dataset.node)));
        };
        const out = () => { svg.classList.remove('some'); $$('.lit', svg).forEach(e => e.classList.remove('lit')); };
        $$('.node[data-node]', svg).forEach(n => {
          for (const on of ['mouseenter', 'focus']) n.addEventListener(on, () => { out(); light(n.dataset.node); });
          for (const off of ['mouseleave', 'blur']) n.addEventListener(off, out);
        });
      });
      let opened = [];
      addEventListener('beforeprint', () => { opened = $$('details:not([open]):not(.furniture)'); opened.forEach(d => { d.open = true; }); });
      addEventListener('afterprint', () => { opened.forEach(d => { d.open = false; }); opened = []; });
    })();

    """#
}
