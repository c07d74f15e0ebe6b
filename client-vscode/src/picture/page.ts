/** The fixed parts of the page; everything else is filled in by the view's script. */
export const pictureBody = `
    <header role="toolbar" aria-label="Picture">
      <button type="button" id="previousImage" title="Previous image ([)" aria-label="Previous image">◀</button>
      <span class="title"><span id="name"></span> <span id="place"></span></span>
      <button type="button" id="nextImage" title="Next image (])" aria-label="Next image">▶</button>
      <span class="gap"></span>
      <button type="button" id="previousFinding" title="Previous violation (p)">▲ Previous</button>
      <button type="button" id="nextFinding" title="Next violation (n)">▼ Next</button>
      <span class="gap"></span>
      <button type="button" id="zoomOut" title="Zoom out (-)" aria-label="Zoom out">−</button>
      <button type="button" id="fit" title="Whole image (0)">Fit</button>
      <button type="button" id="zoomIn" title="Zoom in (+)" aria-label="Zoom in">+</button>
      <span class="gap"></span>
      <span id="filters"></span>
      <button type="button" id="labels" title="Which shapes have labels (l)">Labels</button>
    </header>
    <main>
      <svg id="stage" tabindex="0" role="application" aria-label="The image with its shapes. Arrows pan, plus and minus zoom, j and k go through the shapes, n and p through the violations, Enter shows the text."></svg>
      <div id="unplaced" role="group" aria-label="Annotations of the whole image"></div>
      <p id="missing" class="missing" role="status"></p>
      <p id="message" role="status"></p>
    </main>
    <section aria-label="Findings of this image">
      <h2 id="count"></h2>
      <p id="shape"></p>
      <ul id="findings"></ul>
    </section>
    <div id="live" aria-live="polite"></div>`;
